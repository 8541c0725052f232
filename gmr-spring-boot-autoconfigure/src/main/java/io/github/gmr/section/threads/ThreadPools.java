package io.github.gmr.section.threads;

import java.lang.management.LockInfo;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.gmr.content.Check;
import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;
import io.github.gmr.section.activity.ActivityKind;
import io.github.gmr.section.activity.NamedThreads;
import io.github.gmr.section.activity.ThreadActivities;
import io.github.gmr.section.activity.ThreadActivity;
import io.github.gmr.section.scope.ThreadSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Finds pools that go wrong, by the executors that their threads belong to or by the
 * names of these, whether they are beans or not.
 */
final class ThreadPools {

	static final Check MANY = new Check("threads-pools-many");

	static final Check WAITS_FOR_ITSELF = new Check("pool-waits-for-itself");

	/**
	 * How many pools of one thread are many.
	 */
	private static final int LIMIT = 100;

	private static final Duration USED = Duration.ofSeconds(10);

	private static final String UNNAMED = "pool-*-thread-*";

	private static final Pattern NUMBER = Pattern.compile("\\d+");

	private static final String FUTURE_TASK = "java.util.concurrent.FutureTask";

	/**
	 * What threads park at that wait for a {@code CompletableFuture}.
	 */
	private static final String SIGNALLER = "java.util.concurrent.CompletableFuture$Signaller";

	private final List<NamedThreads> groups;

	private final ThreadSnapshot snapshot;

	private final Duration limit;

	/**
	 * Create the checks.
	 * @param activities what the threads do
	 * @param snapshot the threads
	 * @param limit how long is long
	 */
	ThreadPools(ThreadActivities activities, ThreadSnapshot snapshot, Duration limit) {
		this.groups = activities.groups();
		this.snapshot = snapshot;
		this.limit = limit;
	}

	/**
	 * Look for many pools of one thread, the names of which have a number for the pool
	 * and one for the thread.
	 */
	Check.Result many() {
		Map<String, List<NamedThreads>> alike = new LinkedHashMap<>();
		this.groups.stream()
			.filter((group) -> group.size() == 1)
			.forEach((group) -> alike.computeIfAbsent(shape(group.name()), (shape) -> new ArrayList<>()).add(group));
		return MANY.of(alike.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().size() >= LIMIT && isOfPools(entry.getKey(), entry.getValue()))
			.map((entry) -> many(entry.getKey(), entry.getValue()))
			.toList());
	}

	/**
	 * Whether the threads are those of pools: by the names that executors of the JDK give
	 * them, or else because most of them wait for tasks. Listeners of many topics have
	 * such names, too.
	 */
	private static boolean isOfPools(String shape, List<NamedThreads> groups) {
		long waiting = groups.stream().filter((group) -> group.threads().get(0).activity().isBetweenTasks()).count();
		return shape.equals(UNNAMED) || (shape.split("\\*", -1).length > 2 && 2 * waiting > groups.size());
	}

	static String shape(String name) {
		return NUMBER.matcher(name).replaceAll("*");
	}

	private Finding many(String shape, List<NamedThreads> pools) {
		NamedThreads threads = new NamedThreads(shape,
				pools.stream().flatMap((pool) -> pool.threads().stream()).toList());
		String words = "%d pools of one thread are alike, named %s: %s".formatted(pools.size(), shape,
				String.join("; ", threads.words()));
		return (areUsed(threads.ids()) ? Content.info("%s, and most of them have just been used", words)
				: Content.warning("%s", words))
			.subject("pools " + shape)
			.evidence("pools", pools.size())
			.threads(threads.ids())
			.next(ThreadsSection.TITLE, "#" + threads.ids().get(0));
	}

	/**
	 * Whether most of the threads have moved lately. Those of pools that are made again
	 * and again, and forgotten, stand still.
	 */
	private boolean areUsed(List<Long> ids) {
		long used = ids.stream()
			.map(this.snapshot::thread)
			.filter((thread) -> thread != null && this.snapshot.unmoved(thread).compareTo(USED) < 0)
			.count();
		return 2 * used > ids.size();
	}

	/**
	 * Look for pools all threads of which wait for results of tasks, while no other
	 * thread runs any; or for futures, for long, as these may be completed from anywhere.
	 */
	Check.Result waitForThemselves() {
		return WAITS_FOR_ITSELF.of(this.groups.stream()
			.filter((group) -> group.size() > 1
					&& group.threads().stream().allMatch((thread) -> thread.activity().kind() == ActivityKind.FUTURE))
			.map(this::waitsForItself)
			.filter(Objects::nonNull)
			.toList());
	}

	private @Nullable Finding waitsForItself(NamedThreads group) {
		Set<Long> ids = new HashSet<>(group.ids());
		List<ThreadInfo> own = new ArrayList<>();
		List<ThreadInfo> others = new ArrayList<>();
		this.snapshot.threads().forEach((thread) -> (ids.contains(thread.getThreadId()) ? own : others).add(thread));
		if (!own.stream().allMatch((thread) -> has(thread, "java.util.concurrent.ThreadPoolExecutor", "runWorker"))) {
			return null;
		}
		if (own.stream().allMatch((thread) -> awaits(thread, FUTURE_TASK))
				&& others.stream().noneMatch((thread) -> has(thread, FUTURE_TASK, "run"))) {
			return finding(group, "tasks that no thread runs, maybe of their own pool");
		}
		return (group.threads().stream().allMatch(this::waitsForLong)
				&& own.stream().allMatch((thread) -> awaits(thread, SIGNALLER))
				&& others.stream().noneMatch(ThreadPools::completes))
						? finding(group, "futures that no thread works at, maybe tasks of their own pool") : null;
	}

	/**
	 * Whether a thread has waited for a future for long, in code of the application. A
	 * library may wait for an answer in the same way.
	 */
	private boolean waitsForLong(ThreadActivity thread) {
		ThreadInfo info = this.snapshot.thread(thread.id());
		if (info == null || this.snapshot.unmoved(info).compareTo(this.limit) < 0) {
			return false;
		}
		StackTraceElement[] stack = info.getStackTrace();
		int caller = 0;
		while (caller < stack.length && isOfJdk(stack[caller])) {
			caller++;
		}
		return caller < stack.length && thread.activity()
			.place()
			.startsWith(stack[caller].getClassName() + "." + stack[caller].getMethodName() + "(");
	}

	private static boolean isOfJdk(StackTraceElement frame) {
		return frame.getClassName().startsWith("java.") || frame.getClassName().startsWith("jdk.");
	}

	/**
	 * Whether a thread works at a future that another one may wait for.
	 */
	private static boolean completes(ThreadInfo thread) {
		return !awaits(thread, SIGNALLER) && Arrays.stream(thread.getStackTrace())
			.anyMatch((frame) -> frame.getClassName().startsWith("java.util.concurrent.CompletableFuture$"));
	}

	private static boolean awaits(ThreadInfo thread, String type) {
		LockInfo awaited = thread.getLockInfo();
		return awaited != null && awaited.getClassName().equals(type);
	}

	private static Finding finding(NamedThreads group, String what) {
		return Content
			.info("All %d threads of %s wait for %s: %s", group.size(), group.title(), what,
					String.join("; ", group.words()))
			.subject((group.executor() != null) ? "executor " + group.executor() : "threads " + group.name())
			.evidence("threads", group.size())
			.threads(group.ids())
			.next(ThreadsSection.TITLE, "#" + group.ids().get(0));
	}

	private static boolean has(ThreadInfo thread, String type, String method) {
		return Arrays.stream(thread.getStackTrace())
			.anyMatch((frame) -> frame.getClassName().equals(type) && frame.getMethodName().equals(method));
	}

}
