package io.github.gmr.engine;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Heap that is set aside in good times and dropped when a report begins, so that a report
 * can be made by an application that has none left. A last piece is kept until the report
 * itself has used up the first one. As long as plenty is free nothing is dropped, as it
 * would have to be set aside again. Thread-safe.
 */
final class HeapReserve {

	/**
	 * Room for the header of an array: one that is a byte longer than a region of G1
	 * takes two.
	 */
	private static final int HEADER = 64;

	private static final int FIRST = 4 * 1024 * 1024 - HEADER;

	private static final int LAST = 2 * 1024 * 1024 - HEADER;

	/**
	 * Enough for any report while the application goes on.
	 */
	static final long PLENTY = 64 * 1024 * 1024;

	private final AtomicInteger users = new AtomicInteger();

	private final LongSupplier free;

	private final int firstLength;

	private final int lastLength;

	private volatile byte @Nullable [] first;

	private volatile byte @Nullable [] last;

	HeapReserve() {
		this(FIRST, LAST, HeapReserve::freeHeap);
	}

	/**
	 * Create a reserve.
	 * @param free returns how many bytes of heap are free, allocating none
	 */
	HeapReserve(LongSupplier free) {
		this(FIRST, LAST, free);
	}

	private HeapReserve(int firstLength, int lastLength, LongSupplier free) {
		this.free = free;
		this.firstLength = firstLength;
		this.lastLength = lastLength;
		setAside();
	}

	/**
	 * Create a reserve that sets nothing aside, for reports that nobody needs.
	 * @return the reserve
	 */
	static HeapReserve empty() {
		return new HeapReserve(0, 0, () -> PLENTY);
	}

	/**
	 * Return what is free of the heap without a collection.
	 */
	private static long freeHeap() {
		Runtime runtime = Runtime.getRuntime();
		return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
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
		if (isShort()) {
			this.first = null;
		}
	}

	private boolean isShort() {
		return this.free.getAsLong() < PLENTY;
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
		if (isShort()) {
			this.first = null;
			this.last = null;
		}
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
