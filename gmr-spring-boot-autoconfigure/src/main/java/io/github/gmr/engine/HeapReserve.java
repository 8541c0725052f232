package io.github.gmr.engine;

import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * Heap that is set aside in good times and dropped when a report begins, so that a report
 * can be made by an application that has none left. A last piece is kept until the report
 * itself has used up the first one.
 */
final class HeapReserve {

	/**
	 * Room for the header of an array: one that is a byte longer than a region of G1
	 * takes two.
	 */
	private static final int HEADER = 64;

	private static final int FIRST = 4 * 1024 * 1024 - HEADER;

	private static final int LAST = 2 * 1024 * 1024 - HEADER;

	private final AtomicInteger users = new AtomicInteger();

	private volatile byte @Nullable [] first = new byte[FIRST];

	private volatile byte @Nullable [] last = new byte[LAST];

	/**
	 * Drop the first piece. Allocates nothing.
	 */
	void drop() {
		this.users.incrementAndGet();
		this.first = null;
	}

	/**
	 * Set the heap aside again once all who have dropped it have come here. If there is
	 * none, the next report tries again.
	 */
	void restore() {
		if (this.users.decrementAndGet() == 0) {
			arm();
		}
	}

	/**
	 * Drop the last piece, too.
	 */
	void dropLast() {
		this.last = null;
	}

	private void arm() {
		try {
			this.first = (this.first != null) ? this.first : new byte[FIRST];
			this.last = (this.last != null) ? this.last : new byte[LAST];
		}
		catch (OutOfMemoryError ex) {
			// Not ours to solve, the report that was just made tells about it
		}
	}

}
