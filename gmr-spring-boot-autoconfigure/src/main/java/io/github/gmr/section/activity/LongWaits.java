package io.github.gmr.section.activity;

import io.github.gmr.content.Check;

/**
 * What sections about threads have in common that look for waits which last too long.
 */
public final class LongWaits {

	/**
	 * Looks for threads that wait for long where threads are rarely idle.
	 */
	public static final Check CHECK = new Check("threads-unmoved");

	private LongWaits() {
	}

}
