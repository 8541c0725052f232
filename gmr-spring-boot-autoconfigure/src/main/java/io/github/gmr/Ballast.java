package io.github.gmr;

import org.jspecify.annotations.Nullable;

/**
 * Heap that is set aside in good times and dropped when a report begins, so that a report
 * can be made by an application that has none left.
 */
final class Ballast {

	private static final int SIZE = 4 * 1024 * 1024;

	private volatile byte @Nullable [] bytes = new byte[SIZE];

	void drop() {
		this.bytes = null;
	}

	/**
	 * Set the heap aside again. If there is none, the next report tries again.
	 */
	void arm() {
		try {
			this.bytes = new byte[SIZE];
		}
		catch (OutOfMemoryError ex) {
			// Not ours to solve, the report that was just made tells about it
		}
	}

}
