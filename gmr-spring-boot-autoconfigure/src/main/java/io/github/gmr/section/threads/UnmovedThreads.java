package io.github.gmr.section.threads;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.gmr.content.Check;
import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Finding.Severity;
import io.github.gmr.content.thread.ThreadLock.Owner;
import io.github.gmr.section.activity.Activity;
import io.github.gmr.section.activity.ActivityKind;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.activity.LongWaits;
import io.github.gmr.section.activity.NamedThreads;
import io.github.gmr.section.activity.SocketLimits;
import io.github.gmr.section.activity.ThreadActivities;
import io.github.gmr.section.activity.ThreadActivity;
import io.github.gmr.section.activity.ThreadOwner;
import io.github.gmr.section.lock.LockWait;
import org.jspecify.annotations.Nullable;

/**
 * Finds threads that have stood still for long in waits that are rarely idle: for locks,
 * permits, results, queues with no space, connections, answers. Those of one place are
 * one finding; who holds what they wait for is followed to the end.
 */
final class UnmovedThreads {

	static final Check CHECK = LongWaits.CHECK;

	/**
	 * How many findings there are at most, and how many of those that may well be normal.
	 */
	private static final int MAX = 8;

	private static final int MAX_INFO = 3;

	/**
	 * The thread that many applications let wait for their end.
	 */
	private static final String MAIN = "main";

	private final ThreadActivities activities;

	private final LongFunction<Duration> unmoved;

	private final LongFunction<StackTraceElement[]> stacks;

	private final Map<Long, LockWait> waits = new HashMap<>();

	private final Duration limit;

	/**
	 * Create the check.
	 * @param activities what the threads do
	 * @param unmoved returns for how long a thread has stood still, by its identifier
	 * @param stacks returns the stack of a thread, by its identifier
	 * @param waits which threads wait for which others
	 * @param limit how long is long
	 */
	UnmovedThreads(ThreadActivities activities, LongFunction<Duration> unmoved,
			LongFunction<StackTraceElement[]> stacks, Collection<LockWait> waits, Duration limit) {
		this.activities = activities;
		this.unmoved = unmoved;
		this.stacks = stacks;
		this.limit = limit;
		waits.forEach((wait) -> this.waits.put(wait.waiter().id(), wait));
	}

	Check.Result check() {
		List<Finding> findings = new ArrayList<>();
		int infos = 0;
		for (StandingThreads standing : standing()) {
			boolean info = standing.severity() == Severity.INFO;
			if (findings.size() < MAX && !(info && infos == MAX_INFO)) {
				findings.add(finding(standing));
				infos += info ? 1 : 0;
			}
		}
		return CHECK.of(findings);
	}

	/**
	 * Returns the groups, the worst and largest first.
	 */
	private List<StandingThreads> standing() {
		Map<Place, List<Part>> places = new LinkedHashMap<>();
		for (NamedThreads pool : this.activities.groups()) {
			pool.threads()
				.stream()
				.filter(this::isSuspect)
				.collect(Collectors.groupingBy(Place::of, LinkedHashMap::new, Collectors.toList()))
				.forEach((place, threads) -> places.computeIfAbsent(place, (any) -> new ArrayList<>())
					.add(new Part(pool, threads)));
		}
		return places.values()
			.stream()
			.flatMap(this::standing)
			.filter(Predicate.not(StandingThreads::mayStand))
			.sorted(Comparator.comparing(StandingThreads::severity)
				.thenComparing((standing) -> standing.threads().size())
				.reversed())
			.toList();
	}

	/**
	 * Returns those of one place: each pool that is harmed for itself, all others
	 * together.
	 */
	private Stream<StandingThreads> standing(List<Part> parts) {
		Stream<StandingThreads> harmed = parts.stream()
			.filter(Part::isHarmed)
			.map((part) -> standing(part.threads(), part.pool()));
		List<Part> others = parts.stream().filter(Predicate.not(Part::isHarmed)).toList();
		if (others.isEmpty()) {
			return harmed;
		}
		List<ThreadActivity> threads = others.stream().flatMap((part) -> part.threads().stream()).toList();
		return Stream.concat(harmed, Stream.of(standing(threads, (others.size() == 1) ? others.get(0).pool() : null)));
	}

	private StandingThreads standing(List<ThreadActivity> threads, @Nullable NamedThreads pool) {
		Duration time = threads.stream().map(this::unmoved).min(Comparator.naturalOrder()).orElse(Duration.ZERO);
		return new StandingThreads(threads, time, pool, pool != null && areOvertaken(threads.get(0).activity(), pool));
	}

	/**
	 * Whether other threads of a pool, which move, are behind the line where some have
	 * waited for permits in vain: a semaphore that is not fair favours those that come
	 * again.
	 */
	private boolean areOvertaken(Activity waiting, NamedThreads pool) {
		String place = waiting.place();
		return waiting.kind() == ActivityKind.SEMAPHORE && pool.threads()
			.stream()
			.filter((thread) -> !waiting.isSameAs(thread.activity()) && unmoved(thread).compareTo(this.limit) < 0)
			.anyMatch((thread) -> Arrays.stream(this.stacks.apply(thread.id()))
				.anyMatch((frame) -> isBehind(place, frame)));
	}

	private static boolean isBehind(String place, StackTraceElement frame) {
		return ApplicationCode.method(place).equals(frame.getClassName() + "." + frame.getMethodName())
				&& frame.getLineNumber() > line(place);
	}

	/**
	 * Returns the line of a frame such as {@code "com.acme.Orders.find(Orders.java:41)"},
	 * the last one there may be if it has none.
	 */
	private static int line(String place) {
		String number = place.substring(place.lastIndexOf(':') + 1).replace(")", "");
		return number.matches("\\d{1,9}") ? Integer.parseInt(number) : Integer.MAX_VALUE;
	}

	private Duration unmoved(ThreadActivity thread) {
		return this.unmoved.apply(thread.id());
	}

	private boolean isSuspect(ThreadActivity thread) {
		return isTelling(thread) && unmoved(thread).compareTo(this.limit) >= 0 && root(thread.id()) != null;
	}

	/**
	 * Whether the thread waits for something that somebody should give it. What runs is
	 * no matter of waiting, nor is what sleeps, unless others need the thread; libraries
	 * let threads wait for their end, and so does main.
	 */
	private static boolean isTelling(ThreadActivity thread) {
		return switch (thread.activity().kind()) {
			case RUNNING, IDLE, EMPTY_QUEUE, SHUTDOWN -> false;
			case SLEEP -> thread.activity().own() && thread.owner() != null && thread.owner().isNoPlaceToSleep();
			case MONITOR, LOCK, READ_WRITE_LOCK, STAMPED_LOCK, FULL_QUEUE, POOL, FILE_LOCK, FILE_SYNC, STANDARD_OUTPUT,
					LOG, CLASS_LOADING ->
				true;
			default -> thread.activity().own() && !thread.name().equals(MAIN);
		};
	}

	/**
	 * Returns the thread at the end of those that wait for each other's locks: the thread
	 * itself if it waits for no other, {@code null} if they wait in a circle, which is a
	 * deadlock.
	 */
	private @Nullable Owner root(long id) {
		Set<Long> seen = new HashSet<>();
		Owner root = new Owner(id, null);
		for (LockWait wait = this.waits.get(id); wait != null; wait = this.waits.get(root.id())) {
			if (!seen.add(root.id())) {
				return null;
			}
			root = wait.holder();
		}
		return root;
	}

	private Finding finding(StandingThreads standing) {
		ThreadActivity first = standing.threads().get(0);
		Owner root = root(first.id());
		Owner holder = (root != null && root.id() != first.id()) ? root : null;
		String words = standing.words() + SocketLimits.words(this.stacks.apply(first.id()))
				+ ((holder != null) ? holding(holder) : "");
		Finding finding = (standing.severity() == Severity.WARNING) ? Content.warning("%s", words)
				: Content.info("%s", words);
		return finding.place(List.of(first.activity().place()))
			.evidence("threads", standing.threads().size())
			.evidence("time", standing.time())
			.threads(standing.ids())
			.holders((holder != null) ? List.of(holder.id()) : List.of())
			.since(standing.time())
			.next(ThreadsSection.TITLE, "#" + first.id());
	}

	private String holding(Owner root) {
		ThreadActivity holder = this.activities.thread(root.id());
		if (holder == null) {
			return "; it is held by a thread that is not there any more, #" + root.id();
		}
		String relation = (holder.activity().kind() == ActivityKind.READ_WRITE_LOCK) ? "they are behind"
				: "it is held by";
		return "; in the end %s \"%s\" #%d, which %s, at %s".formatted(relation, holder.name(), holder.id(),
				holder.activity().words(), holder.activity().place());
	}

	/**
	 * What threads have in common that stand still together.
	 *
	 * @param kind what they wait for
	 * @param words words for that
	 * @param place where
	 */
	private record Place(ActivityKind kind, String words, String place) {

		static Place of(ThreadActivity thread) {
			return new Place(thread.activity().kind(), thread.activity().words(), thread.activity().place());
		}

	}

	/**
	 * Threads of one pool that stand at one place.
	 *
	 * @param pool the pool
	 * @param threads the threads
	 */
	private record Part(NamedThreads pool, List<ThreadActivity> threads) {

		private boolean isHarmed() {
			ThreadOwner owner = this.pool.owner();
			return owner != null && owner.isHarmed(this.threads.size(), this.pool.size());
		}

	}

}
