package io.github.gmr.section.virtual;

import java.util.List;
import java.util.Locale;

import io.github.gmr.content.Check;
import io.github.gmr.content.Content;
import io.github.gmr.content.Failure;
import io.github.gmr.content.Fields;
import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.content.Finding;
import io.github.gmr.content.thread.LockId;
import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.content.thread.ThreadLock.Owner;
import io.github.gmr.section.activity.ThreadActivities;
import io.github.gmr.section.dump.KnownThreads;
import io.github.gmr.section.lock.ContendedLocks;
import io.github.gmr.section.lock.Deadlocks;
import io.github.gmr.section.lock.LockGraph;
import io.github.gmr.section.lock.LockWait;
import io.github.gmr.section.lock.Whereabouts;
import org.jspecify.annotations.Nullable;

/**
 * Sums up all virtual threads: what should be read first, and what this JVM does not
 * know.
 */
final class VirtualSummary {

	private static final int MAX_WAITS = 20;

	private final VirtualReading reading;

	private final VirtualCounts counts;

	private final LockGraph graph;

	private final GreenThreadsOptions options;

	VirtualSummary(VirtualReading reading, GreenThreadsOptions options) {
		this.reading = reading;
		this.counts = reading.counts();
		this.graph = reading.graph();
		this.options = options;
	}

	Fields fields(VirtualDeadlocks deadlocks, ThreadActivities activities, List<StackGroup> groups,
			Check.Result waits) {
		return Content.fields((fields) -> {
			Whereabouts whereabouts = new Whereabouts(groups, activities);
			addDeadlocks(fields, deadlocks, whereabouts);
			fields.add(waits);
			if (!groups.isEmpty()) {
				fields.add("activities", activities.words());
			}
			addCounts(fields);
			addScheduler(fields);
			addGroups(fields, groups);
			addLocks(fields, whereabouts);
			addContainers(fields);
			addLimits(fields);
		});
	}

	private void addDeadlocks(FieldsBuilder fields, VirtualDeadlocks deadlocks, Whereabouts whereabouts) {
		List<Finding> findings = deadlocks.findings(this.graph.waits(), whereabouts);
		String blind = (this.reading.danger() != null) ? this.reading.danger() : blind();
		fields.add((blind != null && findings.isEmpty()) ? Deadlocks.CHECK.notPossible(blind)
				: Deadlocks.CHECK.of(findings));
	}

	private @Nullable String blind() {
		return (!this.counts.isStateKnown() && this.counts.count() > 0)
				? "JDK %s tells no locks of virtual threads".formatted(Runtime.version()) : null;
	}

	private void addCounts(FieldsBuilder fields) {
		long count = this.counts.count();
		if (this.reading.isCut()) {
			fields.add("threads", "at least %d, cut after %d ms".formatted(count, this.options.timeout().toMillis()));
		}
		else {
			fields.add((this.reading.danger() == null || KnownThreads.areAll()) ? "threads" : "known threads", count);
		}
		if (count > 0) {
			fields.add("states", this.counts.states());
		}
		if (this.counts.isStateKnown() && this.reading.isDetailed()) {
			fields.add("mounted", this.counts.mounted());
			fields.add("pinned", this.counts.pinned());
		}
	}

	/**
	 * Add what the scheduler says, unless to ask would make one.
	 */
	private void addScheduler(FieldsBuilder fields) {
		if (!VirtualThreadUse.isPossible()) {
			fields.add(VirtualScheduler.CARRIERS.fine());
			return;
		}
		try {
			VirtualScheduler scheduler = VirtualScheduler.read();
			if (scheduler != null) {
				fields.add("scheduler", scheduler.fields());
			}
			fields.add(carriers(scheduler));
		}
		catch (Exception ex) {
			fields.add("scheduler", Failure.of(ex));
			fields.add(VirtualScheduler.CARRIERS.notPossible(ex.toString()));
		}
	}

	private Check.Result carriers(@Nullable VirtualScheduler scheduler) {
		if (this.reading.danger() != null) {
			return VirtualScheduler.CARRIERS.notPossible(this.reading.danger());
		}
		return (scheduler != null) ? scheduler.check(this.counts.pinned(), this.counts.pinnedAt())
				: VirtualScheduler.CARRIERS.notPossible("JDK %s does not tell".formatted(Runtime.version()));
	}

	private void addGroups(FieldsBuilder fields, List<StackGroup> groups) {
		int all = this.reading.threads().size();
		if (all > groups.size()) {
			fields.add("groups", String.format(Locale.ROOT, "%d, the %d largest are shown", all, groups.size()));
		}
		if (this.reading.threads().isDropped()) {
			fields.add("sizes", "lower bounds: there are more different stacks than can be remembered");
		}
	}

	private void addLocks(FieldsBuilder fields, Whereabouts whereabouts) {
		ContendedLocks wanted = this.counts.wanted();
		LockId most = wanted.most();
		if (most != null) {
			fields.add("most wanted lock", "%s, wanted by %d, held by %s".formatted(most, wanted.waiters(most),
					word(this.graph.holder(most), whereabouts)));
		}
		int limit = this.options.lockThreshold();
		List<Finding> findings = wanted.above(limit).stream().map((lock) -> contended(lock, whereabouts)).toList();
		fields.add(wanted.check(findings, limit));
		List<LockWait> waits = this.graph.platformWaits();
		if (!waits.isEmpty()) {
			fields.add("platform threads that wait for virtual ones",
					waits.stream().limit(MAX_WAITS).map((wait) -> wait.words(whereabouts)).toList());
		}
	}

	private Finding contended(LockId lock, Whereabouts whereabouts) {
		Owner holder = this.graph.holder(lock);
		return this.counts.wanted()
			.finding(lock, holder, word(holder, whereabouts), waiting(lock), GreenThreadsSection.TITLE);
	}

	private static String word(@Nullable Owner holder, Whereabouts whereabouts) {
		return (holder != null) ? whereabouts.withState(holder) : "nobody tells whom";
	}

	private List<Long> waiting(LockId lock) {
		return this.graph.waits()
			.stream()
			.filter((wait) -> wait.lock().equals(lock))
			.map((wait) -> wait.waiter().id())
			.toList();
	}

	private void addContainers(FieldsBuilder fields) {
		int all = this.reading.isDetailed() ? this.counts.containers() : 0;
		if (all > 0) {
			fields.add("containers", this.counts.largestContainers());
		}
		if (all > this.counts.largestContainers().size()) {
			fields.add("more containers", all - this.counts.largestContainers().size());
		}
	}

	/**
	 * Say what is missing where the JVM could not write all that it knows.
	 */
	private void addFallback(FieldsBuilder fields) {
		if (this.reading.refusal() != null) {
			String fallback = this.reading.isDetailed() ? "what the JVM has dumped until it failed"
					: "the JDK's dump in plain text, which has neither carriers nor containers of threads";
			fields.add("fallback", fallback + ". " + this.reading.refusal());
		}
	}

	/**
	 * Say which threads are missing where a dump was too dangerous.
	 */
	private void addDanger(FieldsBuilder fields) {
		if (this.reading.danger() != null) {
			fields.add("not dumped",
					this.reading.danger()
							+ (KnownThreads.areAll() ? "" : ". These are the threads of running work. The option "
									+ KnownThreads.OPTION + " of the JVM makes all known"));
		}
	}

	private void addLimits(FieldsBuilder fields) {
		addDanger(fields);
		addFallback(fields);
		String tracking = System.getProperty("jdk.trackAllThreads", "");
		if (!tracking.isEmpty() && !Boolean.parseBoolean(tracking)) {
			String number = this.reading.isDetailed() ? this.counts.unlisted() + " " : "";
			fields.add("hidden",
					number + "threads that no executor has started (-Djdk.trackAllThreads=" + tracking + ")");
		}
		if (!this.counts.isStateKnown()) {
			fields.add("not told",
					"JDK %s tells no states, carriers and locks of virtual threads".formatted(Runtime.version()));
		}
		else if (this.graph.unknownHolders() > 0) {
			fields.add("not told",
					String.format(Locale.ROOT,
							"JDK %s does not tell who holds the locks that %d threads are parked for",
							Runtime.version(), this.graph.unknownHolders()));
		}
		if (this.graph.isIncomplete()) {
			fields.add("deadlocks", "looked for among the first threads only");
		}
	}

}
