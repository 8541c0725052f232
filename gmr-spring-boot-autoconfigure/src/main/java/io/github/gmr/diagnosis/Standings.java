package io.github.gmr.diagnosis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.content.thread.ThreadEntry;
import io.github.gmr.section.activity.Activities;
import io.github.gmr.section.activity.ApplicationCode;
import org.jspecify.annotations.Nullable;

/**
 * All threads of a report, by where they stand.
 */
final class Standings {

	private final List<Standing> all = new ArrayList<>();

	private final Map<Long, Standing> threads = new HashMap<>();

	private final Activities activities;

	Standings(ApplicationCode code) {
		this.activities = new Activities(code);
	}

	/**
	 * Add threads.
	 * @param groups the threads by their stacks
	 * @param virtual whether they are virtual
	 */
	void add(List<StackGroup> groups, boolean virtual) {
		for (StackGroup group : groups) {
			Standing standing = new Standing(group, this.activities.of(group), virtual);
			this.all.add(standing);
			group.threads().forEach((thread) -> this.threads.put(thread.id(), standing));
		}
	}

	List<Standing> all() {
		return this.all;
	}

	/**
	 * Return where a thread stands.
	 * @param id its identifier
	 * @return the threads that stand there, {@code null} if it is not known
	 */
	@Nullable Standing of(long id) {
		return this.threads.get(id);
	}

	/**
	 * Return a thread.
	 * @param id its identifier
	 * @return the thread, {@code null} if it is not known
	 */
	@Nullable ThreadEntry thread(long id) {
		Standing standing = of(id);
		return (standing != null)
				? standing.threads().stream().filter((thread) -> thread.id() == id).findFirst().orElse(null) : null;
	}

}
