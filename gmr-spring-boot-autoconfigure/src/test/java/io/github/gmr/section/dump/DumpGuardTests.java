package io.github.gmr.section.dump;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link DumpGuard}.
 */
class DumpGuardTests {

	private final AtomicLong cpu = new AtomicLong(1_000_000);

	@Test
	void checkWhenCarriersStandStillPasses() {
		DumpGuard guard = new DumpGuard(true, this.cpu::get);
		assertThatNoException().isThrownBy(guard::check);
	}

	@Test
	void checkWhenThereAreNoCarriersPasses() {
		DumpGuard guard = new DumpGuard(true, () -> 0);
		assertThatNoException().isThrownBy(guard::check);
	}

	@Test
	void checkWhenCarriersRunFails() {
		DumpGuard guard = new DumpGuard(true, this.cpu::incrementAndGet);
		assertThatExceptionOfType(DumpEndangeredException.class).isThrownBy(guard::check)
			.withMessageContaining("JDK " + Runtime.version())
			.withMessageContaining("JDK-8364343");
	}

	@Test
	void checkWhenProcessorsAreBusyPassesIfCarriersStandStillForLonger() {
		DumpGuard guard = new DumpGuard(true, this.cpu::get, () -> true);
		assertThatNoException().isThrownBy(guard::check);
	}

	@Test
	void checkWhenProcessorsAreBusyAndCarriersHaveJustStoppedPasses() {
		AtomicInteger looks = new AtomicInteger();
		DumpGuard guard = new DumpGuard(true, () -> Math.min(looks.incrementAndGet(), 4), () -> true);
		assertThatNoException().isThrownBy(guard::check);
	}

	@Test
	void checkWhenProcessorsAreBusyAndCarriersRunInTheEndFails() {
		long begin = System.nanoTime();
		DumpGuard guard = new DumpGuard(true,
				() -> (System.nanoTime() - begin < 200_000_000) ? 1_000_000 : this.cpu.incrementAndGet(), () -> true);
		assertThatExceptionOfType(DumpEndangeredException.class).isThrownBy(guard::check);
	}

	@Test
	void checkWhenCpuTimeIsNotKnownFails() {
		DumpGuard guard = new DumpGuard(true, () -> -1);
		assertThatExceptionOfType(DumpEndangeredException.class).isThrownBy(guard::check);
	}

	@Test
	void checkWhenThisJdkIsNotEndangeredPasses() {
		DumpGuard guard = new DumpGuard(false, this.cpu::incrementAndGet);
		assertThatNoException().isThrownBy(guard::check);
	}

}
