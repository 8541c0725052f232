package io.github.gmr.section.virtual;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;

import io.github.gmr.content.Check;
import io.github.gmr.content.Content;
import io.github.gmr.content.Threads;
import io.github.gmr.content.Threads.Kind;
import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.section.ReportSection;
import io.github.gmr.section.SectionTraits;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.activity.ThreadActivities;
import io.github.gmr.section.dump.DumpDeadline;
import io.github.gmr.section.dump.DumpFormat;
import io.github.gmr.section.dump.DumpGuard;
import io.github.gmr.section.dump.SinkDescriptor;
import io.github.gmr.section.dump.ThreadDumpReader;
import io.github.gmr.section.dump.ThreadDumps;
import io.github.gmr.section.hotspot.VmName;
import io.github.gmr.section.lock.ContendedLocks;
import io.github.gmr.section.lock.Deadlocks;
import io.github.gmr.section.lock.LockCycle;
import io.github.gmr.section.lock.LockGraph;
import io.github.gmr.section.lock.PlatformLocks;
import io.github.gmr.section.pulse.ThreadAges;
import io.github.gmr.section.scope.ReportScope;
import io.github.gmr.section.scope.RunningThreads;
import io.github.gmr.section.scope.ScopedSection;
import io.github.gmr.section.scope.VirtualStacks;
import org.jspecify.annotations.Nullable;

/**
 * Shows what the virtual threads do, on JDK 21 and newer. The dump of the JDK is read
 * while it is written and grouped by stack, so that a million threads need little memory;
 * when its time is up it is cut. Where a dump could crash the JVM the threads of running
 * work are shown, or all if the JDK lets this library know them. Other sections may ask
 * for the groups on their threads. Sample output:
 *
 * <pre class="code">
 * activities =
 *   100000 wait for a CountDownLatch, at com.acme.Orders.await(Orders.java:41)
 * threads = 100000
 * states =
 *   WAITING = 100000
 *
 * Full thread dump OpenJDK 64-Bit Server VM (25.0.3+9-LTS mixed mode):
 *
 * ------                        Green Thread                        ------
 * "" #4711 virtual
 * ... 99999 more threads with this stack
 *    java.lang.Thread.State: WAITING (parking)
 * 	at java.lang.VirtualThread.park(java.base/VirtualThread.java:742)
 * </pre>
 */
public final class GreenThreadsSection implements ScopedSection, VirtualStacks {

	static final String TITLE = "Green Threads";

	/**
	 * What the section gets on top of the time for the dump, to say what it has.
	 */
	private static final Duration GRACE = Duration.ofMillis(500);

	private static final Duration OTHERS_LIMIT = Duration.ofSeconds(1);

	/**
	 * Some hundred threads, among which there are all kinds of lines.
	 */
	private static final long ENOUGH_FOR_WARM_UP = 512 * 1024;

	private static final int FIRST_JDK = 21;

	private final GreenThreadsOptions options;

	private final ApplicationCode code;

	private final RunningThreads running;

	private final @Nullable ThreadAges ages;

	private final ThreadDumps dumps;

	/**
	 * Create the section.
	 * @param options how it works
	 * @param executor has a thread other than the one that asks for the content; the JVM
	 * writes its dump there
	 */
	public GreenThreadsSection(GreenThreadsOptions options, Executor executor) {
		this(options, new ApplicationCode(List.of()), RunningThreads.NONE, null, executor);
	}

	/**
	 * Create the section.
	 * @param options how it works
	 * @param code knows the frames of the application
	 * @param running knows the threads that do work, which are shown where a dump is too
	 * dangerous
	 * @param ages know for how long threads have been there, {@code null} if nobody does
	 * @param executor has a thread other than the one that asks for the content; the JVM
	 * writes its dump there
	 */
	public GreenThreadsSection(GreenThreadsOptions options, ApplicationCode code, RunningThreads running,
			@Nullable ThreadAges ages, Executor executor) {
		this(options, code, running, ages, new ThreadDumps(executor, DumpFormat::command, SinkDescriptor.DESCRIPTORS,
				options.maxDepth(), DumpGuard.ofThisJvm()));
	}

	GreenThreadsSection(GreenThreadsOptions options, RunningThreads running, ThreadDumps dumps) {
		this(options, new ApplicationCode(List.of()), running, null, dumps);
	}

	private GreenThreadsSection(GreenThreadsOptions options, ApplicationCode code, RunningThreads running,
			@Nullable ThreadAges ages, ThreadDumps dumps) {
		this.options = options;
		this.code = code;
		this.running = running;
		this.ages = ages;
		this.dumps = dumps;
	}

	@Override
	public SectionTraits traits() {
		return SectionTraits.at(300)
			.withAboutJvm()
			.withCollectedFirst()
			.withChecks(Deadlocks.CHECK, ContendedLocks.CHECK, VirtualScheduler.CARRIERS, OldWaits.CHECK)
			.withTimeLimit((common) -> this.options.timeout().plus(GRACE));
	}

	@Override
	public String title() {
		return TITLE;
	}

	@Override
	public ReportSection forWarmUp() {
		return new Beginning();
	}

	@Override
	public Content content(ReportScope scope) throws IOException {
		return content(scope, DumpDeadline.in(this.options.timeout()));
	}

	@Override
	public List<StackGroup> of(ReportScope scope) {
		try {
			return (content(scope, DumpDeadline.in(OTHERS_LIMIT)) instanceof Threads threads) ? threads.groups()
					: List.of();
		}
		catch (IOException | IllegalStateException ex) {
			return List.of();
		}
	}

	private Content content(ReportScope scope, DumpDeadline deadline) throws IOException {
		return content(scope, deadline, VirtualThreadUse.isPossible());
	}

	private Content content(ReportScope scope, DumpDeadline deadline, boolean dumped) throws IOException {
		return scope.once(Answer.class, () -> new Answer(dumped ? content(deadline) : none())).content();
	}

	private Content content(DumpDeadline deadline) throws IOException {
		Runtime.Version version = Runtime.version();
		if (version.feature() < FIRST_JDK) {
			return Content.text(String.format(Locale.ROOT,
					"This JDK, %s, has no virtual threads: they came with JDK %d.", version, FIRST_JDK));
		}
		if (System.getProperty("org.graalvm.nativeimage.imagecode") != null) {
			return Content.text("A native image cannot tell its virtual threads.");
		}
		if (this.dumps.areBeingWritten()) {
			return Content.text("The JVM is still writing the dump of an earlier report.");
		}
		return dump(deadline);
	}

	private static Threads none() {
		return new Threads(Kind.VIRTUAL, VmName.get(), Content.fields((fields) -> fields.add("threads", 0)), List.of(),
				0);
	}

	private Threads dump(DumpDeadline deadline) throws IOException {
		VirtualReading reading = VirtualReading.of(this.dumps, this.running, this.options, deadline);
		LockGraph graph = reading.graph();
		graph.complete(PlatformLocks::holders);
		VirtualDeadlocks deadlocks = confirm(graph.cycles(), reading.format(), deadline);
		List<StackGroup> groups = reading.threads().largest(graph);
		long shown = groups.stream().mapToLong(StackGroup::size).sum();
		ThreadActivities activities = new ThreadActivities(groups, this.code);
		return new Threads(Kind.VIRTUAL, VmName.get(), new VirtualSummary(reading, this.options).fields(deadlocks,
				activities, groups, waits(groups, activities)), groups, reading.counts().count() - shown);
	}

	private Check.Result waits(List<StackGroup> groups, ThreadActivities activities) {
		ThreadAges ages = this.ages;
		if (ages == null) {
			return OldWaits.CHECK.notPossible("nobody looks at this JVM, as with 'gmr.pulse.interval' 0");
		}
		long now = System.nanoTime();
		return new OldWaits(groups, activities, (id) -> ages.age(id, now), this.options.ageThreshold()).check();
	}

	private VirtualDeadlocks confirm(List<LockCycle> cycles, DumpFormat format, DumpDeadline deadline) {
		if (cycles.isEmpty()) {
			return VirtualDeadlocks.NONE;
		}
		LockGraph again = new LockGraph();
		boolean complete = readIfPossible(format, deadline, again);
		again.complete(PlatformLocks::holders);
		return VirtualDeadlocks.of(cycles, again.cycles(), complete);
	}

	private boolean readIfPossible(DumpFormat format, DumpDeadline deadline, ThreadDumpReader.Visitor visitor) {
		try {
			return deadline.remainingNanos() > 0 && this.dumps.read(format, deadline, visitor);
		}
		catch (IOException ex) {
			// what the first dump has shown is still worth showing
			return false;
		}
	}

	/**
	 * Reads the beginning of a dump in each format, whether there are virtual threads or
	 * not: the second one is needed where the first one fails. Other sections of the
	 * report share it.
	 */
	private final class Beginning implements ScopedSection {

		@Override
		public SectionTraits traits() {
			return GreenThreadsSection.this.traits();
		}

		@Override
		public Content content(ReportScope scope) throws IOException {
			GreenThreadsSection.this.content(new ReportScope(), deadline());
			Content content = GreenThreadsSection.this.content(scope, deadline(), true);
			if (content instanceof Threads) {
				VirtualReading.of(List.of(Thread.currentThread()), GreenThreadsSection.this.options, deadline());
				readIfPossible(DumpFormat.PLAIN, deadline(), new LockGraph());
			}
			return content;
		}

		private static DumpDeadline deadline() {
			return DumpDeadline.in(OTHERS_LIMIT).orAfter(ENOUGH_FOR_WARM_UP);
		}

	}

	/**
	 * What the section says in a report.
	 */
	private record Answer(Content content) {

	}

}
