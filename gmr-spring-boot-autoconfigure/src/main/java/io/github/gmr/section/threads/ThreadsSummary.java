package io.github.gmr.section.threads;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.github.gmr.content.Check;
import io.github.gmr.content.Content;
import io.github.gmr.content.Fields;
import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.content.Finding;
import io.github.gmr.content.thread.LockId;
import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.content.thread.ThreadLock.Owner;
import io.github.gmr.section.activity.ActivityKind;
import io.github.gmr.section.activity.ThreadActivities;
import io.github.gmr.section.activity.ThreadActivity;
import io.github.gmr.section.lock.ContendedLocks;
import io.github.gmr.section.lock.Deadlocks;
import io.github.gmr.section.lock.LockCycle;
import io.github.gmr.section.lock.LockWait;
import io.github.gmr.section.lock.PlatformLocks;
import io.github.gmr.section.lock.Whereabouts;
import io.github.gmr.section.pulse.ThreadHistory;
import io.github.gmr.section.pulse.Trends;
import org.jspecify.annotations.Nullable;

/**
 * Sums up all platform threads: what should be read first.
 */
final class ThreadsSummary {

	private static final int MAX_BUSIEST = 5;

	private final ThreadMXBean bean = ManagementFactory.getThreadMXBean();

	private final ThreadsOptions options;

	private final PlatformSnapshot snapshot;

	private final ThreadActivities activities;

	private final List<LockWait> waits;

	private final Trends trends;

	ThreadsSummary(ThreadsOptions options, PlatformSnapshot snapshot, ThreadActivities activities, Trends trends) {
		this.trends = trends;
		this.options = options;
		this.snapshot = snapshot;
		this.activities = activities;
		this.waits = snapshot.threads().stream().map(PlatformLocks::waitOf).filter(Objects::nonNull).toList();
	}

	Fields fields(List<StackGroup> groups) {
		return Content.fields((fields) -> {
			Whereabouts whereabouts = new Whereabouts(groups, this.activities);
			addDeadlocks(fields, whereabouts);
			fields.add("activities", this.activities.words());
			addCounts(fields);
			addMostWantedLock(fields, whereabouts);
			new DiedThreads(UncaughtExceptions.ofThisJvm()).addTo(fields);
			new ThreadChecks(this.options, this.snapshot, this.activities, this.waits).add(fields);
			fields.check(GrowingThreads.CHECK, () -> new GrowingThreads(this.trends, this.activities).check());
			addBusiest(fields);
			addOmissions(fields, groups);
		});
	}

	private void addDeadlocks(FieldsBuilder fields, Whereabouts whereabouts) {
		Deadlocks deadlocks = new Deadlocks(this.waits, whereabouts);
		fields.check(Deadlocks.CHECK,
				() -> Deadlocks.CHECK.of(LockCycle.find(this.waits)
					.stream()
					.map((cycle) -> deadlocks.certain(cycle).next(ThreadsSection.TITLE, cycle.first()))
					.toList()));
	}

	private void addCounts(FieldsBuilder fields) {
		List<ThreadInfo> threads = this.snapshot.threads();
		fields.add("threads", threads.size());
		fields.add("states", states(threads));
		fields.add("daemon", threads.stream().filter(ThreadInfo::isDaemon).count());
		fields.attempt("peak", this.bean::getPeakThreadCount);
		fields.attempt("started", this.bean::getTotalStartedThreadCount);
	}

	private void addMostWantedLock(FieldsBuilder fields, Whereabouts whereabouts) {
		ContendedLocks wanted = new ContendedLocks();
		this.waits.forEach((wait) -> wanted.add(wait.lock()));
		LockId lock = wanted.most();
		List<LockWait> waits = this.waits.stream().filter((wait) -> wait.lock().equals(lock)).toList();
		Owner holder = waits.isEmpty() ? null : waits.get(0).holder();
		String words = (holder != null) ? whereabouts.withState(holder) : "";
		if (lock != null) {
			fields.add("most wanted lock", "%s, wanted by %d, held by %s".formatted(lock, waits.size(), words));
		}
		fields.check(ContendedLocks.CHECK, () -> contended(wanted, whereabouts));
	}

	/**
	 * A lock that goes from hand to hand is healthy, however many want it. So is one of
	 * threads that take turns at being idle, as those do that accept connections of one
	 * socket.
	 */
	private Check.Result contended(ContendedLocks wanted, Whereabouts whereabouts) throws InterruptedException {
		int limit = this.options.lockThreshold();
		List<Finding> findings = new ArrayList<>();
		for (LockId lock : wanted.above(limit)) {
			List<LockWait> waits = this.waits.stream().filter((wait) -> wait.lock().equals(lock)).toList();
			List<Long> threads = waits.stream().map((wait) -> wait.waiter().id()).toList();
			if (!isIdle(waits.get(0).waiter()) && !this.snapshot.again(threads).areMovedMost(threads)) {
				Owner holder = waits.get(0).holder();
				findings.add(wanted.finding(lock, holder, whereabouts.withState(holder), threads, ThreadsSection.TITLE)
					.since(unmoved(threads)));
			}
		}
		return wanted.check(findings, limit);
	}

	private boolean isIdle(Owner waiter) {
		ThreadActivity thread = this.activities.thread(waiter.id());
		return thread != null && thread.activity().kind() == ActivityKind.IDLE;
	}

	/**
	 * Returns for how long one of some threads has stood still.
	 */
	private @Nullable Duration unmoved(List<Long> threads) {
		return threads.stream()
			.map(this.snapshot::thread)
			.filter(Objects::nonNull)
			.map(this.snapshot::unmoved)
			.filter((time) -> !time.isZero())
			.max(Comparator.naturalOrder())
			.orElse(null);
	}

	private void addBusiest(FieldsBuilder fields) {
		if (!this.options.sample().isZero()) {
			fields.add("sample", this.options.sample());
		}
		List<String> busiest = this.snapshot.busiest(MAX_BUSIEST);
		if (!busiest.isEmpty()) {
			fields.add("busiest", busiest);
		}
	}

	private void addOmissions(FieldsBuilder fields, List<StackGroup> groups) {
		addFollowed(fields, this.snapshot.threads().size());
		List<ThreadInfo> reporters = this.snapshot.reporters();
		if (!reporters.isEmpty()) {
			fields.add("left out",
					reporters.stream()
						.map(ThreadInfo::getThreadName)
						.collect(Collectors.joining(", ", "", " (they make this report)")));
		}
		long cut = groups.stream().filter(StackGroup::deeper).mapToLong(StackGroup::size).sum();
		if (cut > 0) {
			fields.add("cut", String.format(Locale.ROOT, "%d stacks after %d frames", cut, this.options.maxDepth()));
		}
	}

	/**
	 * Adds of how many threads it is known what they have done, if that is not all of
	 * them.
	 */
	static void addFollowed(FieldsBuilder fields, int threads) {
		if (threads > ThreadHistory.MAX) {
			fields.add("followed",
					String.format(Locale.ROOT, "the %d oldest of %d threads", ThreadHistory.MAX, threads));
		}
	}

	private static Map<String, Long> states(List<ThreadInfo> threads) {
		Map<Thread.State, Long> counts = new EnumMap<>(Thread.State.class);
		threads.forEach((thread) -> counts.merge(thread.getThreadState(), 1L, Long::sum));
		Map<String, Long> states = new LinkedHashMap<>();
		counts.forEach((state, count) -> states.put(state.name(), count));
		return states;
	}

}
