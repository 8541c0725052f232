package io.github.gmr.section.threads;

import java.util.List;

import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.section.activity.ActivitySnapshots;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.activity.ThreadActivities;
import io.github.gmr.section.activity.ThreadExecutors;
import io.github.gmr.section.pulse.ThreadHistory;
import io.github.gmr.section.scope.ReportScope;
import io.github.gmr.section.scope.ThreadSnapshots;

/**
 * Takes the snapshots of platform threads: one for each report, when a section first
 * needs it. Thread-safe.
 */
public final class PlatformThreads implements ThreadSnapshots, ActivitySnapshots {

	private final ThreadsOptions options;

	private final ThreadHistory history;

	private final ApplicationCode code;

	private final ThreadExecutors executors;

	/**
	 * Create the source of snapshots.
	 * @param options how deep they are and how long threads are watched beforehand
	 * @param history knows what threads have done before
	 * @param code knows the frames of the application
	 */
	public PlatformThreads(ThreadsOptions options, ThreadHistory history, ApplicationCode code) {
		this(options, history, code, ThreadExecutors.NONE);
	}

	/**
	 * Create the source of snapshots.
	 * @param options how deep they are and how long threads are watched beforehand
	 * @param history knows what threads have done before
	 * @param code knows the frames of the application
	 * @param executors know which executors the threads belong to
	 */
	public PlatformThreads(ThreadsOptions options, ThreadHistory history, ApplicationCode code,
			ThreadExecutors executors) {
		this.executors = executors;
		this.options = options;
		this.history = history;
		this.code = code;
	}

	@Override
	public PlatformSnapshot of(ReportScope scope) throws InterruptedException {
		return scope.once(PlatformSnapshot.class,
				() -> PlatformSnapshot.take(this.options.maxDepth(), this.options.sample(), this.history));
	}

	/**
	 * Return the threads by their states and stacks.
	 * @param scope the scope of the report
	 * @return the groups that all sections of the report share
	 * @throws InterruptedException if the thread is interrupted
	 */
	public List<StackGroup> groups(ReportScope scope) throws InterruptedException {
		return scope.once(Groups.class, () -> group(of(scope))).stacks();
	}

	@Override
	public ThreadActivities activities(ReportScope scope) throws InterruptedException {
		return scope.once(ThreadActivities.class, () -> new ThreadActivities(groups(scope), this.code, this.executors));
	}

	private Groups group(PlatformSnapshot snapshot) {
		PlatformGroups groups = new PlatformGroups(this.options, snapshot);
		snapshot.threads().forEach(groups::add);
		return new Groups(groups.toList());
	}

	private record Groups(List<StackGroup> stacks) {

	}

}
