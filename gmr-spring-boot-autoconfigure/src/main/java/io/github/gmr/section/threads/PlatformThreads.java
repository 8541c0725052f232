package io.github.gmr.section.threads;

import io.github.gmr.section.pulse.ThreadHistory;
import io.github.gmr.section.scope.ReportScope;
import io.github.gmr.section.scope.ThreadSnapshots;

/**
 * Takes the snapshots of platform threads: one for each report, when a section first
 * needs it. Thread-safe.
 */
public final class PlatformThreads implements ThreadSnapshots {

	private final ThreadsOptions options;

	private final ThreadHistory history;

	/**
	 * Create the source of snapshots.
	 * @param options how deep they are and how long threads are watched beforehand
	 * @param history knows what threads have done before
	 */
	public PlatformThreads(ThreadsOptions options, ThreadHistory history) {
		this.options = options;
		this.history = history;
	}

	@Override
	public PlatformSnapshot of(ReportScope scope) throws InterruptedException {
		return scope.once(PlatformSnapshot.class,
				() -> PlatformSnapshot.take(this.options.maxDepth(), this.options.sample(), this.history));
	}

}
