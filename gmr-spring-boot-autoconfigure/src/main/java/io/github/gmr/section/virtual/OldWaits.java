package io.github.gmr.section.virtual;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;

import io.github.gmr.content.Check;
import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;
import io.github.gmr.content.text.TimeSpan;
import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.content.thread.ThreadEntry;
import io.github.gmr.section.activity.Activity;
import io.github.gmr.section.activity.ActivityKind;
import io.github.gmr.section.activity.LongWaits;
import io.github.gmr.section.activity.ThreadActivities;
import io.github.gmr.section.activity.ThreadActivity;

/**
 * Finds virtual threads that wait at one place for what others of the application should
 * give them, where all of them have been there for long. Nobody knows whether they have
 * moved meanwhile, as virtual threads have no counters, but most do one thing and end.
 */
final class OldWaits {

	static final Check CHECK = LongWaits.CHECK;

	/**
	 * What threads wait for only as long as another one works.
	 */
	private static final Set<ActivityKind> LOCKS = EnumSet.of(ActivityKind.MONITOR, ActivityKind.LOCK,
			ActivityKind.READ_WRITE_LOCK, ActivityKind.STAMPED_LOCK);

	private static final Set<ActivityKind> OTHERS = EnumSet.of(ActivityKind.SEMAPHORE, ActivityKind.LATCH,
			ActivityKind.BARRIER, ActivityKind.FUTURE, ActivityKind.CONDITION, ActivityKind.FULL_QUEUE,
			ActivityKind.POOL);

	/**
	 * How many threads are too many to be there by design.
	 */
	private static final int MANY = 4;

	private static final int MAX = 3;

	private final LongFunction<Duration> age;

	private final Duration limit;

	private final List<Waiting> places = new ArrayList<>();

	/**
	 * Create the check.
	 * @param groups the threads by their stacks
	 * @param activities what they do
	 * @param age returns for how long a thread has been there, by its identifier
	 * @param limit how long is long
	 */
	OldWaits(List<StackGroup> groups, ThreadActivities activities, LongFunction<Duration> age, Duration limit) {
		this.age = age;
		this.limit = limit;
		groups.forEach((group) -> add(group, activities));
	}

	private void add(StackGroup group, ThreadActivities activities) {
		ThreadActivity first = group.threads().isEmpty() ? null : activities.thread(group.threads().get(0).id());
		if (first != null && isTelling(first.activity())) {
			waitingLike(first.activity()).add(group);
		}
	}

	private Waiting waitingLike(Activity activity) {
		for (Waiting waiting : this.places) {
			if (waiting.activity.isSameAs(activity)) {
				return waiting;
			}
		}
		Waiting waiting = new Waiting(activity);
		this.places.add(waiting);
		return waiting;
	}

	private static boolean isTelling(Activity activity) {
		return LOCKS.contains(activity.kind()) || (OTHERS.contains(activity.kind()) && activity.own());
	}

	Check.Result check() {
		return CHECK.of(this.places.stream()
			.filter((waiting) -> waiting.isMany() && age(waiting).compareTo(this.limit) >= 0)
			.sorted(Comparator.comparingLong(Waiting::size).reversed())
			.limit(MAX)
			.map(this::finding)
			.toList());
	}

	private Duration age(Waiting waiting) {
		return waiting.ids.stream().map(this.age::apply).min(Comparator.naturalOrder()).orElse(Duration.ZERO);
	}

	private Finding finding(Waiting waiting) {
		Duration age = age(waiting);
		return Content.info("%s; %s there for %s", waiting.words(), waiting.who(), TimeSpan.words(age))
			.place(List.of(waiting.activity.place()))
			.evidence("threads", waiting.size())
			.evidence("age", age)
			.threads(waiting.ids)
			.next(GreenThreadsSection.TITLE, "#" + waiting.ids.get(0));
	}

	/**
	 * Threads that wait at one place. Of many only some are known by their identifiers.
	 */
	private static final class Waiting {

		private final Activity activity;

		private final List<Long> ids = new ArrayList<>();

		private long size;

		Waiting(Activity activity) {
			this.activity = activity;
		}

		void add(StackGroup group) {
			this.size += group.size();
			group.threads().stream().map(ThreadEntry::id).forEach(this.ids::add);
		}

		long size() {
			return this.size;
		}

		boolean isMany() {
			return this.size >= MANY || LOCKS.contains(this.activity.kind());
		}

		String words() {
			return this.size + ((this.size == 1) ? " virtual thread " : " virtual threads ")
					+ this.activity.does(this.size) + ", at " + this.activity.place();
		}

		/**
		 * Returns who has been there, in words that a time follows.
		 */
		String who() {
			if (this.size == 1) {
				return "it has been";
			}
			return (this.ids.size() == this.size) ? "each has been" : "each of " + this.ids.size() + " has been";
		}

	}

}
