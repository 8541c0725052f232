package io.github.gmr.demo;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.springframework.stereotype.Component;

/**
 * Keeps each request that asks for it, until the sickness ends. When all request threads
 * are stuck nobody can end it over HTTP, so it ends by itself after a minute.
 */
@Component
class StuckRequests implements Sickness {

	private static final long LIMIT = 60;

	private volatile CountDownLatch release = new CountDownLatch(1);

	@Override
	public String name() {
		return "requests";
	}

	@Override
	public void begin() throws InterruptedException {
		this.release.await(LIMIT, TimeUnit.SECONDS);
	}

	@Override
	public void end() {
		CountDownLatch release = this.release;
		this.release = new CountDownLatch(1);
		release.countDown();
	}

}
