package io.github.gmr.section.work;

import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.gmr.section.activity.ActivityKind;
import io.github.gmr.section.activity.NamedThreads;
import io.github.gmr.section.activity.ThreadActivities;
import io.github.gmr.section.activity.ThreadActivity;
import io.github.gmr.section.scope.ThreadSnapshot;

/**
 * Tasks of one executor that nothing observes and that stand at one place. When they have
 * begun is not known, only for how long they have stood still.
 *
 * @param executor the name of the executor
 * @param first the thread of one of them
 * @param still for how long that has stood still, zero if it has moved or that is not
 * known
 * @param size how many there are
 */
record UnobservedTask(String executor, ThreadActivity first, Duration still, int size) {

	/**
	 * Find the tasks.
	 * @param activities what all threads do
	 * @param snapshot the threads
	 * @param observed the threads of work that is observed
	 * @return the tasks
	 */
	static List<UnobservedTask> of(ThreadActivities activities, ThreadSnapshot snapshot, Set<Long> observed) {
		Map<List<String>, UnobservedTask> tasks = new LinkedHashMap<>();
		for (NamedThreads pool : activities.groups()) {
			String executor = pool.executor();
			for (ThreadActivity thread : (executor != null) ? pool.threads() : List.<ThreadActivity>of()) {
				if (executor != null && thread.activity().kind() != ActivityKind.IDLE
						&& !observed.contains(thread.id())) {
					tasks.merge(List.of(executor, thread.activity().place()),
							new UnobservedTask(executor, thread, still(thread, snapshot), 1), UnobservedTask::and);
				}
			}
		}
		return new ArrayList<>(tasks.values());
	}

	private static Duration still(ThreadActivity thread, ThreadSnapshot snapshot) {
		ThreadInfo info = snapshot.thread(thread.id());
		return (info != null) ? snapshot.unmoved(info) : Duration.ZERO;
	}

	private UnobservedTask and(UnobservedTask other) {
		boolean longer = this.still.compareTo(other.still) >= 0;
		return new UnobservedTask(this.executor, longer ? this.first : other.first, longer ? this.still : other.still,
				this.size + other.size);
	}

	String threadName() {
		return this.first.name() + " #" + this.first.id();
	}

}
