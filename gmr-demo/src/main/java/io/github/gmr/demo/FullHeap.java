package io.github.gmr.demo;

import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

/**
 * Fills the heap with what nobody needs but nobody may throw away.
 */
@Component
class FullHeap implements Sickness {

	private static final int SIZE = 8 * 1024;

	private static final double FULL = 0.93;

	private final List<byte[]> hoard = new ArrayList<>();

	@Override
	public String name() {
		return "heap";
	}

	@Override
	public synchronized void begin() {
		if (this.hoard.isEmpty()) {
			System.gc();
			fill(missing());
			System.gc();
		}
	}

	@Override
	public synchronized void end() {
		this.hoard.clear();
		System.gc();
	}

	private void fill(long bytes) {
		try {
			for (long i = 0; i < bytes / SIZE; i++) {
				this.hoard.add(new byte[SIZE]);
			}
		}
		catch (OutOfMemoryError ex) {
			this.hoard.clear();
			throw ex;
		}
	}

	/**
	 * Return what is missing to a heap that is nearly full, yet leaves some to the
	 * others.
	 */
	private static long missing() {
		Runtime runtime = Runtime.getRuntime();
		return (long) (FULL * runtime.maxMemory()) - (runtime.totalMemory() - runtime.freeMemory());
	}

}
