package io.github.gmr.engine;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Heap that is set aside in good times and dropped when a report begins, so that a report
 * can be made by an application that has none left. A last piece is kept until the report
 * itself has used up the first one. Thread-safe.
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

	private final int firstLength;

	private final int lastLength;

	private volatile byte @Nullable [] first;

	private volatile byte @Nullable [] last;

	HeapReserve() {
		this(FIRST, LAST);
	}

	private HeapReserve(int firstLength, int lastLength) {
		this.firstLength = firstLength;
		this.lastLength = lastLength;
		setAside();
	}

	/**
	 * Create a reserve that sets nothing aside, for reports that nobody needs.
	 * @return the reserve
	 */
	static HeapReserve empty() {
		return new HeapReserve(0, 0);
	}

	/**
	 * Do something with the first piece dropped.
	 * @param <T> the type of the result
	 * @param work what to do
	 * @return its result
	 */
	<T> T use(Supplier<T> work) {
		drop();
		try {
			return work.get();
		}
		finally {
			restore();
		}
	}

	/**
	 * Drop the first piece. Allocates nothing.
	 */
	void drop() {
		this.users.incrementAndGet();
		this.first = null;
	}

	/**
	 * Set the heap aside again when all who have dropped it have come here. If there is
	 * none then, the next use tries again.
	 */
	void restore() {
		if (this.users.decrementAndGet() == 0) {
			setAside();
		}
	}

	/**
	 * Drop the last piece, too.
	 */
	void dropLast() {
		this.last = null;
	}

	private void setAside() {
		try {
			this.first = (this.first != null) ? this.first : new byte[this.firstLength];
			this.last = (this.last != null) ? this.last : new byte[this.lastLength];
		}
		catch (OutOfMemoryError ex) {
			// Not ours to solve, the report that was just made shows it
		}
	}

}
