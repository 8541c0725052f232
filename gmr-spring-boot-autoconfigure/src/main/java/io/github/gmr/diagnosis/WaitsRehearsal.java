package io.github.gmr.diagnosis;

import java.time.Duration;
import java.util.List;

import io.github.gmr.content.Check;
import io.github.gmr.content.thread.PlatformThreadFacts;
import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.content.thread.ThreadEntry;
import io.github.gmr.content.thread.ThreadLock;
import io.github.gmr.content.thread.ThreadLock.Owner;
import io.github.gmr.content.thread.ThreadLock.Relation;
import io.github.gmr.content.thread.ThreadUsage;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.scope.ThreadSnapshot;
import io.github.gmr.section.work.Work;

/**
 * Work that waits for a connection, which a thread has that waits for the lock of the
 * current one, so that all that a report may need of this package has been used before.
 */
final class WaitsRehearsal {

	private static final String POOL = "com.zaxxer.hikari.pool.HikariPool.getConnection(HikariPool.java)";

	private static final String OWN = "com.acme.Orders.find(Orders.java)";

	private static final long WAITING = -1;

	private static final long HOLDING = -2;

	private final ThreadSnapshot snapshot;

	private final Standings standings = new Standings(new ApplicationCode(List.of("com.acme")), List.of());

	WaitsRehearsal(ThreadSnapshot snapshot) {
		this.snapshot = snapshot;
	}

	/**
	 * Find out what the work waits for.
	 * @return a finding
	 * @throws InterruptedException if interrupted
	 */
	@SuppressWarnings("deprecation")
	Check.Result check() throws InterruptedException {
		long self = Thread.currentThread().getId();
		this.standings.add(List.of(group(WAITING, List.of(), POOL, OWN),
				group(HOLDING, List.of(awaited(self)), "com.acme.Bank.charge(Bank.java)", OWN),
				group(self, List.of(), "com.acme.Bank.main(Bank.java)")), true);
		Sample sample = new Sample();
		WorkAt work = new WorkAt("running requests", () -> List.of(sample), this.standings);
		ApplicationCode code = new ApplicationCode(List.of());
		WaitGraph<WaitNode> graph = new Waits(this.standings, List.of()).graph(code);
		graph.addWork(this.standings.all().get(0), 1);
		return new StuckWork(this.snapshot, work, new CallTargets(List.of()), code, new WaitsOptions(Duration.ZERO, 0))
			.check(WaitEnd.of(graph));
	}

	private static ThreadLock awaited(long owner) {
		return new ThreadLock(Relation.PARKING_TO_WAIT_FOR, 0, "java.util.concurrent.locks.ReentrantLock", 1,
				new Owner(owner, null));
	}

	private static StackGroup group(long id, List<ThreadLock> locks, String... frames) {
		PlatformThreadFacts facts = new PlatformThreadFacts(false, 0, false, false,
				new ThreadUsage(null, null, null, 0, 0), null);
		return new StackGroup("WAITING (parking)", 1, List.of(new ThreadEntry(id, "rehearsal", facts, locks)),
				List.of(frames), false);
	}

	private static final class Sample extends Work {

		private Sample() {
			super(System::nanoTime);
			runOn(Thread.currentThread());
		}

		@Override
		public String words() {
			return "rehearsal";
		}

	}

}
