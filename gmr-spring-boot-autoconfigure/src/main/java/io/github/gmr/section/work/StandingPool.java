package io.github.gmr.section.work;

import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import io.github.gmr.section.activity.Activity;
import io.github.gmr.section.activity.NamedThreads;
import io.github.gmr.section.activity.ThreadActivities;
import io.github.gmr.section.activity.ThreadActivity;
import io.github.gmr.section.activity.ThreadOwner;
import io.github.gmr.section.scope.ThreadSnapshot;

/**
 * Threads of a pool that work is handed to, when all of them stand at one place in code
 * of the application, or of an event loop some: work that has no thread stands there, or
 * waits until one is free.
 *
 * @param pool the pool
 * @param threads those of its threads that stand there
 * @param time for how long all of these have stood still, zero if one has moved or that
 * is not known
 * @param serving whether their stacks show that they deal with requests
 */
public record StandingPool(NamedThreads pool, List<ThreadActivity> threads, Duration time, boolean serving) {

	/**
	 * How the classes begin by which frameworks have a thread deal with a request.
	 */
	private static final List<String> SERVING = List.of("org.springframework.web.", "org.springframework.http.server.",
			"reactor.netty.http.server.");

	/**
	 * How those begin that have a thread run what is due, and was not handed to it.
	 */
	private static final List<String> SCHEDULED = List.of("org.springframework.scheduling.support.");

	/**
	 * Find the pools.
	 * @param activities what all threads do
	 * @param snapshot the threads
	 * @return the pools: those that deal with requests, or, if there is none of them, all
	 */
	public static List<StandingPool> of(ThreadActivities activities, ThreadSnapshot snapshot) {
		List<StandingPool> pools = new ArrayList<>();
		for (NamedThreads pool : activities.groups()) {
			List<ThreadActivity> standing = standing(pool);
			List<ThreadInfo> threads = threads(standing, snapshot);
			if (!threads.isEmpty() && threads.stream().noneMatch((thread) -> has(thread, SCHEDULED))) {
				pools.add(of(pool, standing, threads, snapshot));
			}
		}
		List<StandingPool> serving = pools.stream().filter(StandingPool::serving).toList();
		return serving.isEmpty() ? pools : serving;
	}

	private static List<ThreadInfo> threads(List<ThreadActivity> standing, ThreadSnapshot snapshot) {
		return standing.stream()
			.map((thread) -> snapshot.thread(thread.id()))
			.filter(Objects::nonNull)
			.<ThreadInfo>map((thread) -> thread)
			.toList();
	}

	private static StandingPool of(NamedThreads pool, List<ThreadActivity> standing, List<ThreadInfo> threads,
			ThreadSnapshot snapshot) {
		Duration time = threads.stream().map(snapshot::unmoved).min(Comparator.naturalOrder()).orElse(Duration.ZERO);
		return new StandingPool(pool, standing, time, threads.stream().anyMatch((thread) -> has(thread, SERVING)));
	}

	/**
	 * Returns the threads of a pool that stand, none if others of it are free.
	 */
	private static List<ThreadActivity> standing(NamedThreads pool) {
		ThreadOwner owner = pool.owner();
		boolean handedTo = (owner != null) ? owner.isHandedWork() : pool.executor() != null;
		List<ThreadActivity> standing = handedTo
				? pool.threads().stream().filter((thread) -> isStanding(thread.activity())).toList() : List.of();
		List<ThreadActivity> alike = standing.stream()
			.filter((thread) -> thread.activity().isSameAs(standing.get(0).activity()))
			.toList();
		boolean enough = (owner != null) ? owner.isHarmed(alike.size(), pool.size()) : alike.size() == pool.size();
		return enough ? alike : List.of();
	}

	private static boolean isStanding(Activity activity) {
		return activity.own() && activity.kind().isWaiting();
	}

	private static boolean has(ThreadInfo thread, List<String> classes) {
		return Arrays.stream(thread.getStackTrace())
			.anyMatch((frame) -> classes.stream().anyMatch(frame.getClassName()::startsWith));
	}

	/**
	 * Return what all of the threads do.
	 * @return the activity
	 */
	public Activity activity() {
		return this.threads.get(0).activity();
	}

	/**
	 * Return the threads that stand there.
	 * @return their identifiers
	 */
	public List<Long> ids() {
		return this.threads.stream().map(ThreadActivity::id).toList();
	}

	/**
	 * Return whether some work that has no thread cannot go on before one of these does:
	 * where there is more of it than threads, or where no thread should wait at all.
	 * @param work how much work has no thread
	 * @param limit for how long the threads must have stood still
	 * @return whether that is certain
	 */
	public boolean holdsUp(int work, Duration limit) {
		boolean more = work > this.threads.size() || this.pool.owner() == ThreadOwner.EVENT_LOOPS;
		return this.serving && more && this.time.compareTo(limit) >= 0;
	}

	/**
	 * Return where the threads stand, and why.
	 * @return words such as
	 * {@code "All 8 threads of applicationTaskExecutor (task-*), which deal with requests, stand at com.acme.Export.write(Export.java:41): each waits for a permit of a Semaphore"}
	 */
	public String words() {
		String who = this.pool.words(this.threads.size()) + (this.serving ? ", which deal with requests," : "");
		return "%s stand at %s: each %s".formatted(who, activity().place(), activity().words());
	}

}
