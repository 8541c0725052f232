package io.github.gmr.diagnosis;

import java.util.List;

import io.github.gmr.content.Content;
import io.github.gmr.section.ReportSection;
import io.github.gmr.section.SectionTraits;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.activity.NamedThreads;
import io.github.gmr.section.scope.ReportScope;
import io.github.gmr.section.scope.ScopedSection;
import io.github.gmr.section.scope.ThreadSnapshot;
import io.github.gmr.section.scope.VirtualStacks;
import io.github.gmr.section.threads.PlatformThreads;
import io.github.gmr.section.work.RunningWork;
import io.github.gmr.section.work.WorkSource;
import org.jspecify.annotations.Nullable;

/**
 * Shows what running requests, or whatever else runs, wait for in the end: who waits for
 * a connection waits for those that have one, and they may wait for another process.
 *
 * <pre>
 * running requests = 200
 * waits =
 *   count  share  in the end
 *   184    92 %   10 threads wait for data from a socket, at com.acme.Bank.charge(Bank.java:41)
 *   9      5 %    9 threads run, at com.acme.Basket.total(Basket.java:17)
 * </pre>
 */
public final class WaitsSection implements ScopedSection {

	private static final int MAX = 10;

	private final PlatformThreads threads;

	private final VirtualStacks virtual;

	private final ApplicationCode code;

	private final @Nullable WorkSource requests;

	private final @Nullable RunningWork work;

	private final WaitsOptions options;

	/**
	 * Create the section.
	 * @param threads has the platform threads dumped
	 * @param virtual has the virtual ones dumped
	 * @param code knows the application's own frames
	 * @param requests knows the requests that run, {@code null} if they are not followed
	 * @param work knows the other work that runs, {@code null} if none is observed
	 * @param options when it raises findings
	 */
	public WaitsSection(PlatformThreads threads, VirtualStacks virtual, ApplicationCode code,
			@Nullable WorkSource requests, @Nullable RunningWork work, WaitsOptions options) {
		this.threads = threads;
		this.virtual = virtual;
		this.code = code;
		this.requests = requests;
		this.work = work;
		this.options = options;
	}

	@Override
	public SectionTraits traits() {
		return SectionTraits.at(910).withCollectedFirst().withChecks(StuckWork.CHECK);
	}

	/**
	 * Returns a section that finds work which waits as well.
	 */
	@Override
	public ReportSection forWarmUp() {
		return new Rehearsed();
	}

	@Override
	public Content content(ReportScope scope) throws InterruptedException {
		List<NamedThreads> pools = this.threads.activities(scope).groups();
		Standings standings = new Standings(this.code, pools);
		standings.add(this.threads.groups(scope), false);
		standings.add(this.virtual.of(scope), true);
		WorkAt work = work(standings);
		WaitGraph<WaitNode> graph = new Waits(standings, pools).graph(this.code);
		work.places().forEach((place, some) -> graph.addWork(place, some.size()));
		List<WaitEnd> ends = WaitEnd.of(graph);
		StuckWork stuck = new StuckWork(this.threads.of(scope), work, targets(scope), this.code, this.options);
		return Content.fields((fields) -> {
			fields.add(work.what(), work.size());
			if (!ends.isEmpty()) {
				fields.add("waits", table(ends.stream().limit(MAX).toList(), work.size()));
			}
			fields.check(StuckWork.CHECK, () -> stuck.check(ends));
		});
	}

	/**
	 * Returns the requests that run, or else what other work does.
	 */
	private WorkAt work(Standings standings) {
		WorkAt requests = new WorkAt("running requests", this.requests, standings);
		return (requests.size() > 0) ? requests : new WorkAt("pieces of running work", this.work, standings);
	}

	private CallTargets targets(ReportScope scope) throws InterruptedException {
		return new CallTargets((this.work != null) ? this.work.of(scope, this.threads.of(scope)).work() : List.of());
	}

	private static Content table(List<WaitEnd> ends, int all) {
		return Content.table(ends, (table) -> {
			table.column("count", WaitEnd::work);
			table.column("share", (end) -> "%d %%".formatted(100 * end.work() / Math.max(all, 1)));
			table.column("in the end", WaitEnd::words);
		});
	}

	/**
	 * Says what it would say, and looks at made-up work.
	 */
	private final class Rehearsed implements ScopedSection {

		@Override
		public SectionTraits traits() {
			return WaitsSection.this.traits();
		}

		@Override
		public Content content(ReportScope scope) throws InterruptedException {
			ThreadSnapshot snapshot = WaitsSection.this.threads.of(scope);
			Content said = WaitsSection.this.content(scope);
			return Content.fields((fields) -> {
				fields.add("said", said);
				fields.check(StuckWork.CHECK, () -> new WaitsRehearsal(snapshot).check());
			});
		}

	}

}
