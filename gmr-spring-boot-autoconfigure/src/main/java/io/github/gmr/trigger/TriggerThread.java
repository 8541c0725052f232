package io.github.gmr.trigger;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import io.github.gmr.JvmReports;
import io.github.gmr.ReportRequest;
import io.github.gmr.report.ParkedThread;
import org.jspecify.annotations.Nullable;

/**
 * Publishes reports for those who cannot wait for one, such as signal handlers. What is
 * asked for while a report is made is merged into the next.
 */
final class TriggerThread {

	private static final String TRIGGER = "signal";

	private final JvmReports reports;

	private final Semaphore permits = new Semaphore(0);

	private final AtomicLong requested = new AtomicLong();

	private final AtomicReference<@Nullable Runnable> warmUp = new AtomicReference<>();

	private volatile String reason = TRIGGER;

	private volatile Duration minInterval = Duration.ofSeconds(1);

	private long last = System.nanoTime() - TimeUnit.DAYS.toNanos(1);

	TriggerThread(JvmReports reports) {
		this.reports = reports;
		new ParkedThread("gmr-trigger").offer(this::loop);
	}

	/**
	 * Ask for a report. Never waits and never throws: called by signal handlers.
	 * @param reason who asks
	 */
	void request(String reason) {
		this.reason = reason;
		this.requested.incrementAndGet();
		this.permits.release();
	}

	/**
	 * Prepare for the first report, when there is time.
	 */
	void warmUp() {
		this.warmUp.set(this.reports::warmUp);
		this.permits.release();
	}

	/**
	 * Set the shortest time between the beginnings of two reports.
	 * @param minInterval the time
	 */
	void minInterval(Duration minInterval) {
		this.minInterval = minInterval;
	}

	private void loop() {
		while (true) {
			this.permits.acquireUninterruptibly();
			this.permits.drainPermits();
			attempt(this::publishRequested);
			Runnable warmUp = this.warmUp.getAndSet(null);
			if (warmUp != null) {
				attempt(warmUp);
			}
		}
	}

	private void publishRequested() {
		if (this.requested.get() > 0) {
			awaitInterval();
			this.last = System.nanoTime();
			this.reports.publish(new ReportRequest(TRIGGER, this.reason, this.requested.getAndSet(0), null));
		}
	}

	private void awaitInterval() {
		long left = this.minInterval.toNanos() - (System.nanoTime() - this.last);
		try {
			TimeUnit.NANOSECONDS.sleep(left);
		}
		catch (InterruptedException ex) {
			// Nobody interrupts this thread, and if somebody does the report comes early
		}
	}

	private static void attempt(Runnable task) {
		try {
			task.run();
		}
		catch (Throwable ex) {
			// The next request must find this thread alive
		}
	}

}
