package io.github.gmr.section.activity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Threads of one executor, or else those whose names differ in their last number only: as
 * a rule those of one pool, one server or one scheduler.
 *
 * @param executor the bean that the threads were made for, {@code null} if that is not
 * known
 * @param name the name with a star in the place of the number, such as
 * {@code "http-nio-8080-exec-*"}, or the whole name of a thread that has no number; of an
 * executor that of its first thread
 * @param threads the threads
 */
public record NamedThreads(@Nullable String executor, String name, List<ThreadActivity> threads) {

	private static final String KAFKA_CONSUMER = "-C-*";

	public NamedThreads {
		threads = List.copyOf(threads);
	}

	/**
	 * Create a group of threads that are known by their names only.
	 * @param name the name with a star in the place of the number
	 * @param threads the threads
	 */
	public NamedThreads(String name, List<ThreadActivity> threads) {
		this(null, name, threads);
	}

	/**
	 * Put threads together by their executors, or else by their names.
	 * @param threads the threads
	 * @param executors know the executors
	 * @return the groups, in the order of their first threads
	 */
	public static List<NamedThreads> of(List<ThreadActivity> threads, ThreadExecutors executors) {
		Map<Object, List<ThreadActivity>> groups = new LinkedHashMap<>();
		for (ThreadActivity thread : threads) {
			String executor = executors.bean(thread.id());
			Object key = (executor != null) ? Executor.of(executor, thread) : stem(thread);
			groups.computeIfAbsent(key, (any) -> new ArrayList<>(1)).add(thread);
		}
		List<NamedThreads> named = new ArrayList<>(groups.size());
		groups.forEach((key, members) -> named.add(new NamedThreads(
				(key instanceof Executor executor) ? executor.bean() : null, stem(members.get(0)), members)));
		return named;
	}

	/**
	 * Consumers of one container of Kafka listeners are called such as
	 * {@code "orders-0-C-1"} and {@code "orders-1-C-1"}.
	 */
	private static String stem(ThreadActivity thread) {
		String stem = stem(thread.name());
		int end = stem.length() - KAFKA_CONSUMER.length();
		return (thread.owner() == ThreadOwner.KAFKA && stem.endsWith(KAFKA_CONSUMER) && end > 0
				&& isDigit(stem.charAt(end - 1))) ? stem(stem.substring(0, end)) + KAFKA_CONSUMER : stem;
	}

	private static String stem(String name) {
		int end = name.length();
		while (end > 0 && !isDigit(name.charAt(end - 1))) {
			end--;
		}
		int begin = end;
		while (begin > 0 && isDigit(name.charAt(begin - 1))) {
			begin--;
		}
		return (begin < end) ? name.substring(0, begin) + "*" + name.substring(end) : name;
	}

	private static boolean isDigit(char letter) {
		return letter >= '0' && letter <= '9';
	}

	/**
	 * Return what the threads are called together.
	 * @return the executor and, if that is the same for all, their name, such as
	 * {@code "mailExecutor (mail-*)"}, or the name alone
	 */
	public String title() {
		if (this.executor == null) {
			return this.name;
		}
		boolean alike = this.threads.stream().allMatch((thread) -> stem(thread).equals(this.name));
		return alike ? "%s (%s)".formatted(this.executor, this.name) : this.executor;
	}

	/**
	 * Return words for some of the threads.
	 * @param some how many
	 * @return words such as {@code "All 10 Quartz workers (nightly_Worker-*)"},
	 * {@code "3 of 4 threads of mailExecutor (mail-*)"},
	 * {@code "All 4 listeners of mailExecutor (mail-*)"} or
	 * {@code "4 of 8 threads packer-*"}
	 */
	public String words(int some) {
		ThreadOwner owner = owner();
		if (owner == null && this.executor == null) {
			return "%d of %d threads %s".formatted(some, size(), this.name);
		}
		String count = (some == size() && some > 1) ? "All " + some : some + " of " + size();
		String who = (owner != null && (this.executor == null || owner.isListening())) ? owner.words() : "threads";
		return ((this.executor != null) ? "%s %s of %s" : "%s %s (%s)").formatted(count, who, title());
	}

	/**
	 * Return how many threads there are.
	 * @return their number
	 */
	public int size() {
		return this.threads.size();
	}

	/**
	 * Return what the threads belong to, as the frames of some of them show: of those
	 * that have nothing to do it is not always seen.
	 * @return the owner, {@code null} if it is not known
	 */
	public @Nullable ThreadOwner owner() {
		for (ThreadActivity thread : this.threads) {
			if (thread.owner() != null) {
				return thread.owner();
			}
		}
		return null;
	}

	/**
	 * Return how many of the threads have nothing to do.
	 * @return their number
	 */
	public long idle() {
		return this.threads.stream().filter((thread) -> thread.activity().kind() == ActivityKind.IDLE).count();
	}

	/**
	 * Return the threads.
	 * @return their identifiers
	 */
	public List<Long> ids() {
		return this.threads.stream().map(ThreadActivity::id).toList();
	}

	/**
	 * Return what all of the threads do, if it is the same, at the same place, and they
	 * are not idle.
	 * @return the activity, {@code null} if there is no such
	 */
	public @Nullable Activity common() {
		Activity first = this.threads.get(0).activity();
		return (first.kind() != ActivityKind.IDLE
				&& this.threads.stream().allMatch((thread) -> first.isSameAs(thread.activity()))) ? first : null;
	}

	/**
	 * Return what the threads do, most of them first.
	 * @return words such as {@code "8 wait for a connection of HikariPool, at ..."}
	 */
	public List<String> words() {
		ActivityCounts counts = new ActivityCounts();
		this.threads.forEach((thread) -> counts.add(thread.activity(), 1));
		return counts.words();
	}

	/**
	 * Tells the name of an executor from that of threads. What listens is a group of its
	 * own.
	 */
	private record Executor(String bean, @Nullable ThreadOwner listener) {

		private static Executor of(String bean, ThreadActivity thread) {
			ThreadOwner owner = thread.owner();
			return new Executor(bean, (owner != null && owner.isListening()) ? owner : null);
		}

	}

}
