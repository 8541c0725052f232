package io.github.gmr.diagnosis;

import java.util.List;
import java.util.function.Predicate;

import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.content.thread.ThreadEntry;
import io.github.gmr.content.thread.ThreadLock;
import io.github.gmr.section.activity.Activity;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.lock.LockGraph;
import org.jspecify.annotations.Nullable;

/**
 * Threads that stand at the same place, and wait for the same if they wait for something.
 * Told from others by identity.
 */
final class Standing implements WaitNode {

	/**
	 * What calls tasks whose results others may wait for.
	 */
	private static final List<String> TASKS = List.of("java.util.concurrent.FutureTask.run(",
			"java.util.concurrent.CompletableFuture$Async", "java.util.concurrent.ForkJoinTask.doExec(",
			"java.util.concurrent.StructuredTaskScope");

	private final StackGroup group;

	private final Activity activity;

	private final @Nullable String pool;

	private final boolean virtual;

	/**
	 * Describe threads.
	 * @param group the threads
	 * @param activity what each of them does
	 * @param pool the only pool that they belong to, {@code null} if there are several or
	 * none
	 * @param virtual whether they are virtual
	 */
	Standing(StackGroup group, Activity activity, @Nullable String pool, boolean virtual) {
		this.group = group;
		this.activity = activity;
		this.pool = pool;
		this.virtual = virtual;
	}

	@Nullable String pool() {
		return this.pool;
	}

	Activity activity() {
		return this.activity;
	}

	boolean isVirtual() {
		return this.virtual;
	}

	long size() {
		return this.group.size();
	}

	List<String> frames() {
		return this.group.frames();
	}

	/**
	 * Return the threads, of very many virtual ones only some.
	 */
	List<ThreadEntry> threads() {
		return this.group.threads();
	}

	List<Long> ids() {
		return threads().stream().map(ThreadEntry::id).toList();
	}

	/**
	 * Return the locks that the threads wait for.
	 * @return those that are held by threads which are known
	 */
	List<ThreadLock> awaited() {
		return threads().stream()
			.flatMap((thread) -> thread.locks().stream())
			.filter((lock) -> lock.owner() != null && LockGraph.isWanted(lock))
			.distinct()
			.toList();
	}

	/**
	 * Return the method of the application that the threads are in.
	 * @return the method, such as {@code "com.acme.Orders.find"}, {@code null} if they
	 * are in none
	 */
	@Nullable String method() {
		return this.activity.own() ? ApplicationCode.method(this.activity.place()) : null;
	}

	/**
	 * Return whether the threads run a task of the application whose result others may
	 * wait for.
	 */
	boolean runsTask() {
		return this.activity.own() && has((frame) -> TASKS.stream().anyMatch(frame::startsWith));
	}

	boolean has(Predicate<String> frame) {
		return frames().stream().anyMatch(frame);
	}

}
