package io.github.gmr.engine;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HeapReserve}, by what it has to set aside again.
 */
class HeapReserveTests {

	private static final long FIRST = 4_000_000;

	private static final long LAST = 2_000_000;

	private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private long free;

	private final HeapReserve reserve = new HeapReserve(() -> this.free);

	@Test
	void useWhenLittleIsFreeDropsTheFirstPiece() {
		assertThat(setAsideAfter(() -> {
		})).isBetween(FIRST, FIRST + LAST);
	}

	@Test
	void dropLastWhenLittleIsFreeDropsAll() {
		assertThat(setAsideAfter(this.reserve::dropLast)).isGreaterThan(FIRST + LAST);
	}

	@Test
	void useWhenPlentyIsFreeDropsNothing() {
		this.free = HeapReserve.PLENTY;
		assertThat(setAsideAfter(this.reserve::dropLast)).isLessThan(LAST);
	}

	@Test
	void dropLastWhenPlentyWasFreeAtFirstDropsAll() {
		this.free = HeapReserve.PLENTY;
		assertThat(setAsideAfter(() -> {
			this.free = 0;
			this.reserve.dropLast();
		})).isGreaterThan(FIRST + LAST);
	}

	private long setAsideAfter(Runnable work) {
		long before = allocated();
		this.reserve.use(() -> {
			work.run();
			return "";
		});
		return allocated() - before;
	}

	private long allocated() {
		return this.threads.getCurrentThreadAllocatedBytes();
	}

}
