package io.github.gmr.section.work;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

import io.github.gmr.section.scope.ReportScope;
import io.github.gmr.section.scope.RunningThreads;
import io.github.gmr.section.scope.ThreadSnapshot;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * The work that is observed now. Costs an entry of a map for each; beyond
 * {@value #MAX_WORK} it is not followed, but counted. Thread-safe.
 */
public final class RunningWork implements RunningThreads, WorkSource {

	static final int MAX_WORK = 10_000;

	/**
	 * How often it is looked for work that nothing can end any more, when there is too
	 * much.
	 */
	private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

	private final Set<ObservedWork> work = ConcurrentHashMap.newKeySet();

	private final LongAdder neverEnded = new LongAdder();

	private final LongAdder notFollowed = new LongAdder();

	private final EndedCalls endedCalls = new EndedCalls();

	private final LongSupplier nanoTime;

	private final AtomicLong cleared;

	/**
	 * Create an empty set of work.
	 */
	public RunningWork() {
		this(System::nanoTime);
	}

	RunningWork(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
		this.cleared = new AtomicLong(nanoTime.getAsLong() - PAUSE);
	}

	/**
	 * Follow some work.
	 * @param context the context of its observation
	 * @return the work, or {@code null} if there is too much
	 */
	@Nullable ObservedWork begin(Observation.Context context) {
		if (this.work.size() >= MAX_WORK && !hasRoom()) {
			this.notFollowed.increment();
			return null;
		}
		ObservedWork begun = new ObservedWork(context, this.nanoTime);
		this.work.add(begun);
		return begun;
	}

	private boolean hasRoom() {
		long now = this.nanoTime.getAsLong();
		long before = this.cleared.get();
		if (now - before >= PAUSE && this.cleared.compareAndSet(before, now)) {
			clear();
		}
		return this.work.size() < MAX_WORK;
	}

	/**
	 * Forget what nothing can end any more.
	 */
	private void clear() {
		for (ObservedWork each : this.work) {
			if (each.context() == null && this.work.remove(each)) {
				this.neverEnded.increment();
			}
		}
	}

	/**
	 * Follow some work no longer.
	 * @param ended the work
	 * @param context the context of its observation
	 */
	void end(ObservedWork ended, Observation.Context context) {
		this.work.remove(ended);
		this.endedCalls.end(ended, context);
	}

	@Override
	public List<ObservedWork> running() {
		return this.work.stream().filter(ObservedWork::isWhole).toList();
	}

	@Override
	public List<Thread> threads() {
		return this.work.stream().map(Work::thread).filter(Objects::nonNull).toList();
	}

	/**
	 * Return the work that runs now.
	 * @param scope the scope of the report
	 * @param threads the threads as the report sees them
	 * @return what all sections of the report see
	 */
	public WorkSnapshot of(ReportScope scope, ThreadSnapshot threads) {
		WorkSnapshot noted = scope.noted(this, WorkSnapshot.class);
		if (noted != null) {
			return noted;
		}
		WorkSnapshot seen = look(threads);
		scope.note(this, seen);
		return seen;
	}

	private WorkSnapshot look(ThreadSnapshot threads) {
		clear();
		List<ObservedWork> oldest = this.work.stream().sorted(Comparator.comparingLong(Work::start)).toList();
		return WorkSnapshot.of(oldest, threads, this.endedCalls, this.neverEnded.sum(), this.notFollowed.sum());
	}

}
