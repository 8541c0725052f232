package io.github.gmr.section.threads;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.gmr.content.Check;
import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;
import io.github.gmr.section.activity.Activity;
import io.github.gmr.section.activity.NamedThreads;
import io.github.gmr.section.activity.ThreadActivities;
import io.github.gmr.section.activity.ThreadActivity;
import io.github.gmr.section.pulse.FigureNames;
import io.github.gmr.section.pulse.FigureSource.Unit;
import io.github.gmr.section.pulse.Growth;
import io.github.gmr.section.pulse.Trends;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether threads become more all the time, and which do: those that came last.
 */
final class GrowingThreads {

	static final Check CHECK = new Check("threads-growing");

	private static final int LEAST = 50;

	private static final int LEAST_PERCENT = 25;

	/**
	 * Which part of those that have come briefly must be of one kind, in percent.
	 */
	private static final int LEAST_ALIKE = 80;

	private static final NamedThreads NONE = new NamedThreads("", List.of());

	private final Trends trends;

	private final ThreadActivities activities;

	GrowingThreads(Trends trends, ThreadActivities activities) {
		this.trends = trends;
		this.activities = activities;
	}

	Check.Result check() {
		return this.trends.check(CHECK, FigureNames.THREADS, this::finding);
	}

	private @Nullable Finding finding(Growth growth) {
		int more = (int) (growth.to() - growth.from());
		NamedThreads most = mostOfYoungest(more);
		String who = (2 * most.size() > more)
				? "; %d of the youngest are %s: %s".formatted(most.size(), most.name(), String.join("; ", most.words()))
				: "";
		Finding finding = Content.info("Threads become more, %s%s", growth.words(Unit.NUMBER), who)
			.threads(most.ids())
			.place(place(most))
			.next(ThreadsSection.TITLE, most.threads().isEmpty() ? null : "#" + most.ids().get(0));
		boolean matters = growth.isBy(LEAST, LEAST_PERCENT) && (!growth.isBrief() || isOfNoPool(most, more));
		return matters ? growth.describe(finding, Unit.NUMBER) : null;
	}

	/**
	 * Whether nearly all of the threads that have come are of one kind, and not those of
	 * a server or of an executor, which has a size and more to do.
	 */
	private boolean isOfNoPool(NamedThreads youngest, int all) {
		Set<Long> ids = Set.copyOf(youngest.ids());
		return 100 * youngest.size() >= LEAST_ALIKE * all && youngest.owner() == null
				&& this.activities.groups()
					.stream()
					.noneMatch((group) -> group.executor() != null && group.ids().stream().anyMatch(ids::contains));
	}

	private static List<String> place(NamedThreads threads) {
		Activity common = threads.threads().isEmpty() ? null : threads.common();
		return (common != null && common.own()) ? List.of(common.place()) : List.of();
	}

	/**
	 * Returns those threads of the youngest that have the most frequent shape of name.
	 * Identifiers ascend.
	 */
	private NamedThreads mostOfYoungest(int count) {
		Map<String, List<ThreadActivity>> shapes = new LinkedHashMap<>();
		this.activities.groups()
			.stream()
			.flatMap((group) -> group.threads().stream())
			.sorted(Comparator.comparingLong(ThreadActivity::id).reversed())
			.limit(count)
			.forEach((thread) -> shapes.computeIfAbsent(ThreadPools.shape(thread.name()), (name) -> new ArrayList<>())
				.add(thread));
		return shapes.entrySet()
			.stream()
			.map((shape) -> new NamedThreads(shape.getKey(), shape.getValue()))
			.max(Comparator.comparingInt(NamedThreads::size))
			.orElse(NONE);
	}

}
