package io.github.gmr.section.activity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.content.thread.ThreadEntry;
import org.jspecify.annotations.Nullable;

/**
 * What the threads of one dump do. Immutable.
 */
public final class ThreadActivities {

	private final Map<Long, ThreadActivity> threads = new HashMap<>();

	private final List<NamedThreads> groups;

	private final ActivityCounts counts = new ActivityCounts();

	/**
	 * Read the stacks of all threads.
	 * @param stacks the threads, grouped by their stacks
	 * @param code knows the frames of the application
	 */
	public ThreadActivities(List<StackGroup> stacks, ApplicationCode code) {
		this(stacks, code, ThreadExecutors.NONE);
	}

	/**
	 * Read the stacks of all threads.
	 * @param stacks the threads, grouped by their stacks
	 * @param code knows the frames of the application
	 * @param executors know which executors the threads belong to
	 */
	public ThreadActivities(List<StackGroup> stacks, ApplicationCode code, ThreadExecutors executors) {
		Activities activities = new Activities(code);
		List<ThreadActivity> all = new ArrayList<>();
		for (StackGroup stack : stacks) {
			Activity activity = activities.of(stack);
			this.counts.add(activity, stack.size());
			List<ThreadOwner> owners = activities.owners(stack.frames());
			for (ThreadEntry thread : stack.threads()) {
				all.add(new ThreadActivity(thread.id(), thread.name(), activity, owner(owners, thread.name())));
			}
		}
		all.forEach((thread) -> this.threads.put(thread.id(), thread));
		this.groups = NamedThreads.of(all, executors);
	}

	/**
	 * Returns the outermost owner, but the listener if there is one: the executor that it
	 * runs on is nothing but where it has its threads from.
	 */
	private static @Nullable ThreadOwner owner(List<ThreadOwner> owners, String name) {
		ThreadOwner outermost = null;
		for (ThreadOwner owner : owners) {
			if (owner.isListening()) {
				return owner;
			}
			if (outermost == null && owner.mayHave(name)) {
				outermost = owner;
			}
		}
		return outermost;
	}

	/**
	 * Return what a thread does.
	 * @param id its identifier
	 * @return what it does, {@code null} if the dump does not have it
	 */
	public @Nullable ThreadActivity thread(long id) {
		return this.threads.get(id);
	}

	/**
	 * Return all threads by the executors, servers and schedulers that they belong to.
	 * @return the groups, those of one thread as well
	 */
	public List<NamedThreads> groups() {
		return this.groups;
	}

	/**
	 * Return what the threads do, most of them first.
	 * @return words such as {@code "180 wait for a connection of HikariPool, at ..."}
	 */
	public List<String> words() {
		return this.counts.words();
	}

}
