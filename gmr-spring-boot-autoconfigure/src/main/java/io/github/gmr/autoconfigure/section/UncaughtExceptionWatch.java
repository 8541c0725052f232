package io.github.gmr.autoconfigure.section;

import io.github.gmr.section.threads.UncaughtExceptions;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Lets uncaught exceptions be remembered as long as the application lives. It begins when
 * all beans are there, so that an application which sets a handler of its own has done so
 * in most cases.
 */
final class UncaughtExceptionWatch implements SmartInitializingSingleton, DisposableBean {

	private boolean joined;

	@Override
	public void afterSingletonsInstantiated() {
		this.joined = true;
		UncaughtExceptions.ofThisJvm().join();
	}

	@Override
	public void destroy() {
		if (this.joined) {
			this.joined = false;
			UncaughtExceptions.ofThisJvm().leave();
		}
	}

}
