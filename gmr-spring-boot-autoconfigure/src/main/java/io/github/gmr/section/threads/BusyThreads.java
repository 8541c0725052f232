package io.github.gmr.section.threads;

import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.gmr.content.Check;
import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;
import io.github.gmr.content.text.TimeSpan;
import io.github.gmr.section.activity.ThreadActivities;
import io.github.gmr.section.activity.ThreadActivity;
import io.github.gmr.section.pulse.ThreadMotion;
import io.github.gmr.section.pulse.ThreadMotion.Pace;
import org.jspecify.annotations.Nullable;

/**
 * Finds threads that have used most of a processor for long. That may well be their work:
 * it is worth knowing when something is slow, and harms nobody in itself.
 */
final class BusyThreads {

	static final Check CHECK = new Check("threads-busy");

	private static final int MAX = 3;

	private final PlatformSnapshot snapshot;

	private final ThreadActivities activities;

	private final Duration limit;

	BusyThreads(PlatformSnapshot snapshot, ThreadActivities activities, Duration limit) {
		this.snapshot = snapshot;
		this.activities = activities;
		this.limit = limit;
	}

	Check.Result check() {
		Map<String, List<Busy>> places = new LinkedHashMap<>();
		for (ThreadInfo thread : this.snapshot.threads()) {
			Busy busy = busy(thread);
			if (busy != null) {
				places.computeIfAbsent(busy.thread().activity().place(), (place) -> new ArrayList<>()).add(busy);
			}
		}
		return CHECK.of(places.values()
			.stream()
			.sorted(Comparator.comparing(List<Busy>::size).reversed())
			.limit(MAX)
			.map(BusyThreads::finding)
			.toList());
	}

	private @Nullable Busy busy(ThreadInfo thread) {
		ThreadMotion motion = this.snapshot.motion(thread);
		ThreadActivity activity = this.activities.thread(thread.getThreadId());
		return (activity != null && motion != null && motion.pace() == Pace.BUSY
				&& motion.time().compareTo(this.limit) >= 0) ? new Busy(activity, motion) : null;
	}

	private static Finding finding(List<Busy> threads) {
		Busy first = threads.get(0);
		Duration time = threads.stream()
			.map((busy) -> busy.motion().time())
			.min(Comparator.naturalOrder())
			.orElse(Duration.ZERO);
		double percent = threads.stream().mapToDouble((busy) -> busy.motion().cpuPercent()).sum();
		String who = (threads.size() == 1) ? "\"%s\" #%d has used".formatted(first.thread().name(), first.thread().id())
				: threads.size() + " threads have used";
		return Content
			.info("%s %.0f %% of a CPU for %s, at %s", who, percent, TimeSpan.words(time),
					first.thread().activity().place())
			.place(List.of(first.thread().activity().place()))
			.evidence("CPU", Math.round(percent))
			.evidence("time", time)
			.threads(threads.stream().map((busy) -> busy.thread().id()).toList())
			.since(time)
			.next(ThreadsSection.TITLE, "#" + first.thread().id());
	}

	/**
	 * A busy thread.
	 *
	 * @param thread what it does
	 * @param motion how much it has used
	 */
	private record Busy(ThreadActivity thread, ThreadMotion motion) {

	}

}
