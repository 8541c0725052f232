package io.github.gmr.section.threads;

import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;

import io.github.gmr.content.Check;
import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.section.activity.ThreadActivities;
import io.github.gmr.section.hotspot.DiagnosticCommand;
import io.github.gmr.section.lock.ContendedLocks;
import io.github.gmr.section.lock.Deadlocks;
import io.github.gmr.section.lock.LockOwners;
import io.github.gmr.section.lock.LockQueues;
import io.github.gmr.section.lock.LockWait;

/**
 * Looks for what is wrong with the threads of one snapshot.
 */
final class ThreadChecks {

	/**
	 * Since this JDK a platform thread of its own wakes virtual threads, and is not there
	 * as long as there was none of them.
	 */
	private static final int FIRST_WITH_UNBLOCKER = 24;

	private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

	private final ThreadsOptions options;

	private final PlatformSnapshot snapshot;

	private final ThreadActivities activities;

	private final List<LockWait> waits;

	ThreadChecks(ThreadsOptions options, PlatformSnapshot snapshot, ThreadActivities activities, List<LockWait> waits) {
		this.options = options;
		this.snapshot = snapshot;
		this.activities = activities;
		this.waits = waits;
	}

	static Check[] all() {
		return new Check[] { Deadlocks.CHECK, ContendedLocks.CHECK, LockOwners.GONE, LockOwners.IDLE, ThreadPools.MANY,
				ThreadPools.WAITS_FOR_ITSELF, ClassInitialization.CHECK, ReferenceThreads.CHECK, UnmovedThreads.CHECK,
				BusyThreads.CHECK, GrowingThreads.CHECK, DiedThreads.CHECK };
	}

	void add(FieldsBuilder fields) {
		LockOwners owners = new LockOwners(this.waits, ThreadsSection.TITLE);
		ThreadPools pools = new ThreadPools(this.activities, this.snapshot, this.options.unmovedThreshold());
		fields.check(LockOwners.GONE, () -> gone(owners));
		fields.check(LockOwners.IDLE, () -> owners.idle(this.activities));
		fields.check(ThreadPools.MANY, pools::many);
		fields.check(ThreadPools.WAITS_FOR_ITSELF, pools::waitForThemselves);
		fields.check(ClassInitialization.CHECK,
				() -> new ClassInitialization(this.snapshot, () -> DiagnosticCommand.run("threadPrint")).check());
		Duration limit = this.options.unmovedThreshold();
		fields.check(UnmovedThreads.CHECK,
				() -> new UnmovedThreads(this.activities, unmoved(limit), this::stack, waitsAndQueues(), limit)
					.check());
		fields.check(BusyThreads.CHECK, () -> new BusyThreads(this.snapshot, this.activities, limit).check());
		fields.check(ReferenceThreads.CHECK,
				() -> new ReferenceThreads(this.options.maxDepth()).check(this.snapshot.threads()));
	}

	/**
	 * Returns for how long threads have stood still, of those that have for long.
	 */
	private LongFunction<Duration> unmoved(Duration limit) {
		Map<Long, Duration> times = new HashMap<>();
		for (ThreadInfo thread : this.snapshot.threads()) {
			Duration time = this.snapshot.unmoved(thread);
			if (time.compareTo(limit) >= 0) {
				times.put(thread.getThreadId(), time);
			}
		}
		return (id) -> times.getOrDefault(id, Duration.ZERO);
	}

	private List<LockWait> waitsAndQueues() {
		List<LockWait> all = new ArrayList<>(this.waits);
		all.addAll(LockQueues.of(this.snapshot.threads(), this.snapshot::unmoved));
		return all;
	}

	private StackTraceElement[] stack(long id) {
		ThreadInfo thread = this.snapshot.thread(id);
		return (thread != null) ? thread.getStackTrace() : new StackTraceElement[0];
	}

	/**
	 * A snapshot has no virtual threads, so where there may be some, an owner that it
	 * does not have may be one of them.
	 */
	private Check.Result gone(LockOwners owners) {
		Set<Long> ids = new HashSet<>();
		this.snapshot.threads().forEach((thread) -> ids.add(thread.getThreadId()));
		this.snapshot.reporters().forEach((thread) -> ids.add(thread.getThreadId()));
		Check.Result result = owners.gone(ids::contains);
		return (!result.findings().isEmpty() && mayHaveVirtualThreads())
				? LockOwners.GONE.notPossible("the owner of a lock may be a virtual thread") : result;
	}

	private boolean mayHaveVirtualThreads() {
		int version = Runtime.version().feature();
		return version >= FIRST_WITH_VIRTUAL_THREADS && (version < FIRST_WITH_UNBLOCKER || this.snapshot.threads()
			.stream()
			.map(ThreadInfo::getThreadName)
			.anyMatch("VirtualThread-unblocker"::equals));
	}

}
