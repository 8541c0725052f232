package io.github.gmr.diagnosis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.section.activity.Activities;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.activity.NamedThreads;
import org.jspecify.annotations.Nullable;

/**
 * All threads of a report, by where they stand.
 */
final class Standings {

	private static final int MAX_LOOKS = 200;

	private final List<Standing> all = new ArrayList<>();

	private final Map<Long, Standing> threads = new HashMap<>();

	private final Map<String, Standing> virtual = new HashMap<>();

	private final Map<Long, String> pools = new HashMap<>();

	private final ApplicationCode code;

	private final Activities activities;

	private final List<@Nullable Standing> looked = new ArrayList<>();

	private int looks;

	/**
	 * Look at no thread yet.
	 * @param code knows the frames of the application
	 * @param pools the platform threads by the pools that they belong to
	 */
	Standings(ApplicationCode code, List<NamedThreads> pools) {
		this.code = code;
		pools.stream()
			.filter((pool) -> pool.size() > 1)
			.forEach((pool) -> pool.ids().forEach((id) -> this.pools.put(id, pool.title())));
		this.activities = new Activities(code);
	}

	/**
	 * Add threads.
	 * @param groups the threads by their stacks
	 * @param virtual whether they are virtual
	 */
	void add(List<StackGroup> groups, boolean virtual) {
		for (StackGroup group : groups) {
			Standing standing = new Standing(group, this.activities.of(group), pool(group), virtual);
			this.all.add(standing);
			group.threads().forEach((thread) -> this.threads.put(thread.id(), standing));
			if (virtual) {
				this.virtual.putIfAbsent(standing.activity().place(), standing);
			}
		}
	}

	private @Nullable String pool(StackGroup group) {
		String first = this.pools.get(group.threads().get(0).id());
		return group.threads().stream().allMatch((thread) -> Objects.equals(this.pools.get(thread.id()), first)) ? first
				: null;
	}

	List<Standing> all() {
		return this.all;
	}

	/**
	 * Return where a thread stands. Of very many virtual threads that stand at one place
	 * only some are known by their identifiers: the stacks of others are looked at, of so
	 * many as is quickly done. Further ones are taken to stand where those do.
	 * @param thread the thread, may be {@code null}
	 * @return the threads that stand there, {@code null} if it is not known
	 */
	@SuppressWarnings("deprecation")
	@Nullable Standing of(@Nullable Thread thread) {
		if (thread == null) {
			return null;
		}
		Standing known = of(thread.getId());
		return (known != null || this.virtual.isEmpty()) ? known : look(thread);
	}

	private @Nullable Standing look(Thread thread) {
		int index = this.looks++ % MAX_LOOKS;
		if (this.looked.size() <= index) {
			this.looked.add(this.virtual.get(this.code.topmost(thread.getStackTrace())));
		}
		return this.looked.get(index);
	}

	/**
	 * Return where a thread stands.
	 * @param id its identifier
	 * @return the threads that stand there, {@code null} if it is not known
	 */
	@Nullable Standing of(long id) {
		return this.threads.get(id);
	}

}
