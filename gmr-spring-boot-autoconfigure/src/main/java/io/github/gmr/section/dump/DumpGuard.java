package io.github.gmr.section.dump;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Keeps dumps away from a JVM that may crash while it makes them. JDK 25 walks the stacks
 * of virtual threads without keeping them from mounting and unmounting meanwhile, and may
 * end in SIGSEGV ({@code GetThreadSnapshotClosure::do_thread}, JDK-8364343): on 25.0.3
 * one of 20 to 30 dumps of 1000 threads that park for 20 ms did, and none of threads that
 * stand still. So on that JDK a dump is allowed while no carrier runs, which its CPU time
 * tells: a single thread that mounts costs 20 microseconds and more, and a carrier that
 * is parked nothing at all. Where more threads of the machine want to run than it has
 * processors a carrier may have to wait for one, so there it takes longer to be sure.
 */
public final class DumpGuard {

	/**
	 * Allows all dumps.
	 */
	public static final DumpGuard NONE = new DumpGuard(false, () -> 0);

	private static final int ENDANGERED = 25;

	/**
	 * Has how many threads of the machine run or want to, such as
	 * {@code "0.20 0.18 0.12 1/80 11206"} with one of 80.
	 */
	private static final Path LOAD = Path.of("/proc/loadavg");

	private static final String CARRIER = "jdk.internal.misc.CarrierThread";

	private static final long UNKNOWN = -1;

	/**
	 * So long no carrier must have run. A virtual thread that waits for the report itself
	 * runs every 20 ms.
	 */
	private static final Duration STILL = Duration.ofMillis(10);

	/**
	 * Where this thread is woken later than that, the processors are busy with others,
	 * and carriers may only have had none.
	 */
	private static final Duration LATE = Duration.ofMillis(5);

	/**
	 * So long none must have run where processors are busy: each thread has its turn by
	 * then.
	 */
	private static final Duration STARVED = Duration.ofMillis(400);

	/**
	 * How often to wait for that, since threads that run now and then are still between.
	 */
	private static final int TRIES = 10;

	private final boolean endangered;

	private final LongSupplier carriers;

	private final BooleanSupplier busy;

	/**
	 * Create a guard.
	 * @param endangered whether a dump is dangerous while virtual threads move
	 * @param carriers returns the CPU time of all carriers in nanoseconds, 0 if there are
	 * none, negative if it is not known
	 */
	public DumpGuard(boolean endangered, LongSupplier carriers) {
		this(endangered, carriers, () -> false);
	}

	/**
	 * Create a guard.
	 * @param endangered whether a dump is dangerous while virtual threads move
	 * @param carriers returns the CPU time of all carriers in nanoseconds, 0 if there are
	 * none, negative if it is not known
	 * @param busy returns whether threads may have to wait for a processor
	 */
	DumpGuard(boolean endangered, LongSupplier carriers, BooleanSupplier busy) {
		this.endangered = endangered;
		this.carriers = carriers;
		this.busy = busy;
	}

	/**
	 * Return the guard of this JVM.
	 * @return the guard
	 */
	public static DumpGuard ofThisJvm() {
		return (Runtime.version().feature() == ENDANGERED)
				? new DumpGuard(true, DumpGuard::cpuOfCarriers, DumpGuard::areProcessorsBusy) : NONE;
	}

	/**
	 * Let a dump pass. May take a moment in which it watches the carriers.
	 * @throws DumpEndangeredException if the JVM may crash while it makes one
	 */
	void check() throws DumpEndangeredException {
		if (this.endangered && !isStillSoon()) {
			throw new DumpEndangeredException(
					"JDK %s may crash while it dumps virtual threads that move, and some move (JDK-8364343)"
						.formatted(Runtime.version()));
		}
	}

	private boolean isStillSoon() {
		for (int i = 0; i < TRIES; i++) {
			if (!this.busy.getAsBoolean() && isStill(STILL) && !this.busy.getAsBoolean()) {
				return true;
			}
		}
		long end = System.nanoTime() + TRIES * STILL.toNanos();
		boolean still = isStill(STARVED);
		for (int i = 1; i < TRIES && !still && System.nanoTime() < end; i++) {
			still = isStill(STARVED);
		}
		return still;
	}

	/**
	 * Watch the carriers, and no longer than until one of them has run.
	 * @return whether none has, in the time that it should be and hardly more
	 */
	private boolean isStill(Duration time) {
		long before = this.carriers.getAsLong();
		if (before == 0) {
			return true;
		}
		long end = System.nanoTime() + time.toNanos();
		boolean still = before > 0;
		while (still && System.nanoTime() < end) {
			LockSupport.parkNanos(this, Math.min(STILL.toNanos(), end - System.nanoTime()));
			still = !Thread.currentThread().isInterrupted() && this.carriers.getAsLong() == before;
		}
		return still && System.nanoTime() - end <= LATE.toNanos();
	}

	private static boolean areProcessorsBusy() {
		try {
			String running = Files.readString(LOAD).split(" ")[3];
			return Integer.parseInt(running.substring(0, running.indexOf('/'))) > Runtime.getRuntime()
				.availableProcessors();
		}
		catch (IOException | RuntimeException ex) {
			return false;
		}
	}

	private static boolean isCarrier(Thread thread) {
		return thread.getClass().getName().equals(CARRIER);
	}

	@SuppressWarnings("deprecation")
	private static long cpuOfCarriers() {
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		if (!threads.isThreadCpuTimeSupported() || !threads.isThreadCpuTimeEnabled()) {
			return UNKNOWN;
		}
		return JvmThreads.all()
			.filter(DumpGuard::isCarrier)
			.mapToLong((thread) -> Math.max(0, threads.getThreadCpuTime(thread.getId())))
			.sum();
	}

}
