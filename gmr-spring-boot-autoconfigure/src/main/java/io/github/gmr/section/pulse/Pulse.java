package io.github.gmr.section.pulse;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Looks at this JVM every few seconds, so that the first report already knows what led to
 * it. A look costs no safepoint, waits for nothing and fails silently. Looks are taken by
 * one thread; any thread may ask what is known.
 */
public final class Pulse {

	/**
	 * How often there is a look, unless set otherwise.
	 */
	public static final Duration INTERVAL = Duration.ofSeconds(5);

	/**
	 * With less free heap than that there is no look.
	 */
	private static final long LEAST_HEAP = 2 * 1024 * 1024;

	private final ThreadHistory threads;

	private final Stalls stalls;

	private final LongSupplier clock;

	private final List<FigureHistory> figures = new CopyOnWriteArrayList<>();

	private volatile long interval = INTERVAL.toNanos();

	private long last;

	private long idle;

	/**
	 * Create a pulse that has not looked yet.
	 */
	public Pulse() {
		this(new ThreadHistory(ThreadCounters.ofJvm()), new Stalls(System::currentTimeMillis), System::nanoTime);
	}

	Pulse(ThreadHistory threads, Stalls stalls, LongSupplier clock) {
		this.threads = threads;
		this.stalls = stalls;
		this.clock = clock;
		this.idle = clock.getAsLong();
		this.last = this.idle - INTERVAL.toNanos();
	}

	/**
	 * Return what is known about threads.
	 * @return their history
	 */
	public ThreadHistory threads() {
		return this.threads;
	}

	/**
	 * Return when nothing ran.
	 * @return the stalls
	 */
	public Stalls stalls() {
		return this.stalls;
	}

	/**
	 * Set how often there is a look.
	 * @param interval the time from one look to the next, zero for none at all
	 */
	public void interval(Duration interval) {
		this.interval = interval.toNanos();
	}

	/**
	 * Return whether there are looks.
	 * @return whether it is switched on
	 */
	public boolean isOn() {
		return this.interval > 0;
	}

	/**
	 * Let figures be read at each look.
	 * @param figures their history
	 */
	public void follow(FigureHistory figures) {
		this.figures.add(figures);
	}

	/**
	 * Let figures be read no longer.
	 * @param figures their history
	 */
	public void leave(FigureHistory figures) {
		this.figures.remove(figures);
	}

	/**
	 * Return how long the thread that looks may wait now. It must do so.
	 * @return nanoseconds until the next look
	 */
	public long nanosToNext() {
		this.idle = this.clock.getAsLong();
		return isOn() ? this.last + this.interval - this.idle : TimeUnit.DAYS.toNanos(1);
	}

	/**
	 * Look, if it is time to.
	 */
	public void lookIfDue() {
		long now = this.clock.getAsLong();
		long due = this.last + this.interval;
		if (isOn() && now - due >= 0) {
			this.last = now;
			this.stalls.add(now, now - Math.max(due, this.idle));
			look(now);
		}
	}

	/**
	 * Nothing of the application may feel that a look fails.
	 */
	private void look(long now) {
		try {
			if (isHeapLeft()) {
				this.threads.look(now);
				this.figures.forEach((figures) -> figures.look(now));
			}
		}
		catch (RuntimeException | Error ex) {
			// The next look tries again
		}
	}

	private static boolean isHeapLeft() {
		Runtime runtime = Runtime.getRuntime();
		return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory() > LEAST_HEAP;
	}

}
