package com.acme;

import io.github.gmr.remote.Remote;

import org.springframework.beans.factory.InitializingBean;

/**
 * A bean that waits for an answer before it is there.
 */
public class Rates implements InitializingBean {

	private final Runnable asks;

	/**
	 * Create the bean.
	 * @param asks is told that it asks now
	 */
	public Rates(Runnable asks) {
		this.asks = asks;
	}

	@Override
	public void afterPropertiesSet() throws Exception {
		this.asks.run();
		Remote.ask();
	}

}
