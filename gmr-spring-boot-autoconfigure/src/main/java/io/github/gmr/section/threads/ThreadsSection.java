package io.github.gmr.section.threads;

import java.util.List;

import io.github.gmr.content.Threads;
import io.github.gmr.content.Threads.Kind;
import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.section.SectionTraits;
import io.github.gmr.section.hotspot.VmName;
import io.github.gmr.section.pulse.Trends;
import io.github.gmr.section.scope.ReportScope;
import io.github.gmr.section.scope.ScopedSection;

/**
 * Shows what every platform thread does, what it waits for and which thread holds that.
 * Threads of the same state and stack are grouped; deadlocks are findings. Sample output:
 *
 * <pre class="code">
 * activities =
 *   31 idle
 *   8 wait for a connection of HikariPool, at com.acme.Orders.find(Orders.java:41)
 *   4 run
 * threads = 43
 * daemon = 39
 * states =
 *   RUNNABLE = 10
 *   BLOCKED = 1
 *
 * Full thread dump OpenJDK 64-Bit Server VM (25.0.3+9-LTS mixed mode):
 *
 * ------                         Thread #31                         ------
 * "http-nio-8080-exec-1" #31 daemon prio=5 cpu=12.34ms allocated=1234K
 *    java.lang.Thread.State: BLOCKED (on object monitor)
 * 	at com.acme.Orders.save(Orders.java:41)
 * 	- waiting to lock &lt;0x000000001b2c6cd2&gt; (a com.acme.Orders) owned by "exec-2" #32
 * </pre>
 */
public final class ThreadsSection implements ScopedSection {

	/**
	 * The title of the section.
	 */
	public static final String TITLE = "Threads";

	private final ThreadsOptions options;

	private final PlatformThreads threads;

	private final Trends trends;

	/**
	 * Create the section.
	 * @param options how it works
	 * @param threads takes the snapshots
	 */
	public ThreadsSection(ThreadsOptions options, PlatformThreads threads) {
		this(options, threads, Trends.NONE);
	}

	/**
	 * Create the section.
	 * @param options how it works
	 * @param threads takes the snapshots
	 * @param trends knows how figures have grown
	 */
	public ThreadsSection(ThreadsOptions options, PlatformThreads threads, Trends trends) {
		this.options = options;
		this.threads = threads;
		this.trends = trends;
	}

	@Override
	public SectionTraits traits() {
		return SectionTraits.at(200).withAboutJvm().withCollectedFirst().withChecks(ThreadChecks.all());
	}

	@Override
	public String title() {
		return TITLE;
	}

	@Override
	public Threads content(ReportScope scope) throws InterruptedException {
		PlatformSnapshot snapshot = this.threads.of(scope);
		List<StackGroup> groups = this.threads.groups(scope);
		ThreadsSummary summary = new ThreadsSummary(this.options, snapshot, this.threads.activities(scope),
				this.trends);
		return new Threads(Kind.PLATFORM, VmName.get(), summary.fields(groups), groups, 0);
	}

}
