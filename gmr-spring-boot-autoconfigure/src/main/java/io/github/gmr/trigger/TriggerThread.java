package io.github.gmr.trigger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import io.github.gmr.engine.ReportEngine;
import io.github.gmr.engine.ReportRequest;
import io.github.gmr.section.pulse.Pulse;
import io.github.gmr.worker.ParkedThread;
import org.jspecify.annotations.Nullable;

/**
 * Publishes reports for requests that cannot wait for one, such as those of signal
 * handlers, polls the touched file and sets the pace of the pulse. Requests that arrive
 * while a report is being made are merged into the next. Can be used by any thread; what
 * polls and publishes runs on a single one.
 */
final class TriggerThread {

	private static final Duration FOR_EVER = Duration.ofDays(1);

	private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

	private final ReportEngine engine;

	private final Pulse pulse;

	private final AtomicBoolean called = new AtomicBoolean();

	private final Runnable round = this::round;

	private final List<Source> sources = new CopyOnWriteArrayList<>();

	private volatile GentleSteps warmUp = new GentleSteps(List.of());

	private volatile Duration minInterval = Duration.ofSeconds(1);

	private volatile @Nullable TouchedFile touchedFile;

	private volatile long pollNanos = FOR_EVER.toNanos();

	private volatile boolean loggingReady;

	private volatile @Nullable ParkedThread parked;

	private volatile @Nullable Thread thread;

	private long last = System.nanoTime() - TimeUnit.DAYS.toNanos(1);

	/**
	 * Whether the requests that were taken have got no report.
	 */
	private boolean lost;

	/**
	 * Whether it is noted that the requests that stay have got none.
	 */
	private boolean noted;

	TriggerThread(ReportEngine engine, Pulse pulse) {
		this.engine = engine;
		this.pulse = pulse;
		start();
	}

	/**
	 * Start the thread, unless it runs.
	 */
	synchronized void start() {
		if (this.parked == null) {
			ParkedThread parked = new ParkedThread("gmr-trigger");
			this.parked = parked;
			parked.offer(() -> loop(parked));
		}
	}

	/**
	 * End the thread when it has published what was requested.
	 */
	synchronized void end() {
		ParkedThread parked = this.parked;
		if (parked != null) {
			this.parked = null;
			parked.end();
			wake();
		}
	}

	/**
	 * Return something that can request reports.
	 * @param trigger the kind of trigger
	 * @param reason what reports say about it
	 * @return requests a report when it is run; never waits and never throws, so signal
	 * handlers can call it
	 */
	Runnable source(String trigger, String reason) {
		Source source = new Source(trigger, reason, new AtomicLong());
		this.sources.removeIf((other) -> other.isSame(source) && other.count.get() == 0);
		this.sources.add(source);
		return () -> {
			source.count.incrementAndGet();
			wake();
		};
	}

	/**
	 * Prepare for the first report, when there is time. Requests go first.
	 */
	void warmUp() {
		this.warmUp = new GentleSteps(this.engine.warmUp());
		wake();
	}

	/**
	 * Set the shortest time between the beginnings of two reports.
	 * @param minInterval the time
	 */
	void minInterval(Duration minInterval) {
		this.minInterval = minInterval;
	}

	/**
	 * Set the file whose touch requests a report.
	 * @param touchedFile the file, or {@code null} for none
	 */
	void watch(@Nullable TouchedFile touchedFile) {
		this.touchedFile = touchedFile;
		this.pollNanos = ((touchedFile != null) ? touchedFile.pollInterval() : FOR_EVER).toNanos();
		wake();
	}

	/**
	 * Let warnings be logged, which would be lost before the application has set up its
	 * log.
	 */
	void loggingIsReady() {
		this.loggingReady = true;
	}

	private void loop(ParkedThread parked) {
		this.thread = Thread.currentThread();
		while (this.parked == parked) {
			if (this.warmUp.areDone()) {
				awaitCall();
			}
			else {
				awaitStep();
			}
			attempt();
		}
	}

	/**
	 * Wait until there is a request or it is time to look at the file or at the JVM, and
	 * allocate nothing: there may be no heap left.
	 */
	private void awaitCall() {
		await(Math.min(this.pollNanos, this.pulse.nanosToNext()));
	}

	private void awaitStep() {
		await(Math.min(Math.min(this.pollNanos, this.pulse.nanosToNext()), this.warmUp.nanosToNext()));
	}

	private void await(long nanos) {
		if (!this.called.getAndSet(false)) {
			LockSupport.parkNanos(this, nanos);
			this.called.set(false);
		}
		Thread.interrupted();
	}

	private void attempt() {
		try {
			this.round.run();
		}
		catch (OutOfMemoryError ex) {
			attemptWithMoreHeap(ex);
		}
		catch (Throwable ex) {
			fail(ex);
		}
	}

	private void attemptWithMoreHeap(OutOfMemoryError cause) {
		try {
			if (isWorthIt()) {
				this.engine.relieve(this.round);
			}
			else {
				fail(cause);
			}
		}
		catch (Throwable ex) {
			fail(ex);
		}
	}

	/**
	 * Note why there is no report: for requests that are lost each time, for those that
	 * stay once.
	 */
	private void fail(Throwable cause) {
		if (this.lost || (!this.noted && isWorthIt())) {
			this.noted = true;
			this.lost = false;
			this.engine.noteFailure(cause);
		}
		pause();
	}

	/**
	 * Return whether there seems to be a request, without allocating anything.
	 */
	private boolean isWorthIt() {
		for (int i = 0; i < this.sources.size(); i++) {
			if (this.sources.get(i).count.get() > 0) {
				return true;
			}
		}
		TouchedFile file = this.touchedFile;
		return file != null && file.seemsChanged();
	}

	/**
	 * Keep what failed from being tried again at once.
	 */
	private static void pause() {
		LockSupport.parkNanos(PAUSE);
		Thread.interrupted();
	}

	private void round() {
		TouchedFile file = this.touchedFile;
		if (file != null) {
			file.poll(this.loggingReady);
		}
		publishRequested();
		this.pulse.lookIfDue();
		this.warmUp.runNextIfDue();
	}

	/**
	 * Wake the thread, unless it is awake to the call already: there may be very many
	 * signals.
	 */
	private void wake() {
		if (!this.called.getAndSet(true)) {
			LockSupport.unpark(this.thread);
		}
	}

	private void publishRequested() {
		if (this.sources.stream().anyMatch((source) -> source.count.get() > 0)) {
			awaitInterval();
			this.last = System.nanoTime();
			List<ReportRequest> requests = takeRequests();
			this.lost = true;
			this.engine.publish(requests);
			this.lost = false;
			this.noted = false;
		}
	}

	/**
	 * Take what was requested: all of it, or nothing if there is no memory for that.
	 */
	private List<ReportRequest> takeRequests() {
		List<Source> sources = new ArrayList<>();
		List<ReportRequest> requests = new ArrayList<>();
		for (Source source : this.sources) {
			long count = source.count.get();
			if (count > 0) {
				requests.add(new ReportRequest(source.trigger, source.reason, count, null));
				sources.add(source);
			}
		}
		for (int i = 0; i < sources.size(); i++) {
			sources.get(i).count.addAndGet(-requests.get(i).count());
		}
		return requests;
	}

	private void awaitInterval() {
		long left = this.minInterval.toNanos() - (System.nanoTime() - this.last);
		try {
			TimeUnit.NANOSECONDS.sleep(left);
		}
		catch (InterruptedException ex) {
			// As above, and the report comes early
		}
	}

	/**
	 * Something that requests reports, and how often it has done so.
	 */
	private record Source(String trigger, String reason, AtomicLong count) {

		boolean isSame(Source other) {
			return this.trigger.equals(other.trigger) && this.reason.equals(other.reason);
		}

	}

}
