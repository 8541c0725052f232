package io.github.gmr.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.gmr.content.thread.PlatformThreadFacts;
import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.content.thread.ThreadEntry;
import io.github.gmr.content.thread.ThreadLock;
import io.github.gmr.content.thread.ThreadLock.Owner;
import io.github.gmr.content.thread.ThreadLock.Relation;
import io.github.gmr.content.thread.ThreadUsage;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.activity.NamedThreads;
import io.github.gmr.section.activity.ThreadActivities;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Waits} and {@link WaitEnd}.
 */
class WaitsTests {

	private static final ApplicationCode CODE = new ApplicationCode(List.of("com.acme"));

	private static final String PARK = "java.util.concurrent.locks.LockSupport.park(java.base@17/LockSupport.java:1)";

	private static final String POOL = PARK + "\n" + """
			java.util.concurrent.SynchronousQueue.poll(java.base@17/SynchronousQueue.java:1)
			com.zaxxer.hikari.pool.HikariPool.getConnection(HikariPool.java:181)""";

	private static final String PERMIT = """
			java.util.concurrent.locks.AbstractQueuedSynchronizer.acquire(java.base@17/AbstractQueuedSynchronizer.java:1)
			java.util.concurrent.Semaphore.acquire(java.base@17/Semaphore.java:1)""";

	private static final String RESULT = "java.util.concurrent.FutureTask.get(java.base@17/FutureTask.java:1)";

	private static final String TASK = "java.util.concurrent.FutureTask.run(java.base@17/FutureTask.java:2)";

	private static final String TRANSACTION = "org.springframework.transaction.interceptor.TransactionAspectSupport"
			+ ".invokeWithinTransaction(TransactionAspectSupport.java:1)";

	private static final String READ = "java.net.SocketInputStream.socketRead0(java.base@17/Native Method)";

	private static final String IDLE = PARK + "\n" + """
			java.util.concurrent.SynchronousQueue.take(java.base@17/SynchronousQueue.java:1)
			java.util.concurrent.ThreadPoolExecutor.getTask(java.base@17/ThreadPoolExecutor.java:1)""";

	private final List<StackGroup> groups = new ArrayList<>();

	@Test
	void endsWhenConnectionsAreHeldInTheSameMethodIsWhatTheirHoldersDo() {
		add(1, 8, POOL, "com.acme.Orders.place(Orders.java:7)");
		add(20, 2, READ, "com.acme.Bank.charge(Bank.java:9)", "com.acme.Orders.place(Orders.java:8)");
		assertThat(ends(8)).singleElement().satisfies((end) -> {
			assertThat(end.work()).isEqualTo(8);
			assertThat(end.words()).matches("2 threads .*, at com\\.acme\\.Bank\\.charge\\(Bank\\.java:9\\)");
			assertThat(end.chain().get(0))
				.startsWith("8 threads group-1-* wait for a connection of HikariPool, at com.acme");
			assertThat(end.chain().get(1)).startsWith("held, most likely, by: 2 threads ");
			assertThat(end.idsBehind()).hasSize(8);
			assertThat(end.ids()).containsExactly(20L, 21L);
		});
	}

	@Test
	void endsWhenConnectionsAreHeldInTransactionsOfOthersIsWhatTheseDo() {
		add(1, 3, POOL, "com.acme.Orders.place(Orders.java:7)");
		add(20, 1, READ, "com.acme.Bank.charge(Bank.java:9)", TRANSACTION, "com.acme.Reports.make(Reports.java:3)");
		assertThat(ends(3)).singleElement().satisfies((end) -> assertThat(end.words()).contains("Bank.charge"));
	}

	@Test
	void endsWhenNobodyIsSeenToHaveAConnectionSaysSo() {
		add(1, 3, POOL, "com.acme.Orders.place(Orders.java:7)");
		assertThat(ends(3)).singleElement()
			.satisfies((end) -> assertThat(end.words())
				.isEqualTo("3 threads group-1-* wait for a connection of HikariPool, "
						+ "at com.acme.Orders.place(Orders.java:7), and no thread is seen that has one"));
	}

	@Test
	void endsWhenAllThatHoldAConnectionWantAnotherIsTheCircle() {
		add(1, 3, POOL, TRANSACTION, "com.acme.Audit.log(Audit.java:2)", TRANSACTION,
				"com.acme.Orders.place(Orders.java:7)");
		assertThat(ends(3)).singleElement().satisfies((end) -> {
			assertThat(end.isCircle()).isTrue();
			assertThat(end.words()).startsWith("3 threads group-1-* wait for each other: ");
		});
	}

	@Test
	void endsWhenPermitsAreTakenInTheSameMethodIsWhatTheirHoldersDo() {
		add(1, 5, PARK, PERMIT, "com.acme.Limit.call(Limit.java:4)");
		add(20, 2, READ, "com.acme.Bank.charge(Bank.java:9)", "com.acme.Limit.call(Limit.java:5)");
		assertThat(ends(5)).singleElement().satisfies((end) -> assertThat(end.words()).contains("Bank.charge"));
	}

	@Test
	void endsWhenResultsAreMadeByALambdaOfTheMethodIsWhatThatDoes() {
		add(1, 5, PARK, RESULT, "com.acme.Prices.all(Prices.java:4)");
		add(20, 2, READ, "com.acme.Bank.charge(Bank.java:9)", "com.acme.Prices.lambda$all$0(Prices.java:5)", TASK);
		assertThat(ends(5)).singleElement().satisfies((end) -> {
			assertThat(end.words()).contains("Bank.charge");
			assertThat(end.chain().get(1)).startsWith("made, most likely, by: ");
		});
	}

	@Test
	void endsWhenNoTaskOfTheMethodRunsIsTheWaitForTheResult() {
		add(1, 5, PARK, RESULT, "com.acme.Prices.all(Prices.java:4)");
		add(20, 2, READ, "com.acme.Bank.charge(Bank.java:9)", "com.acme.Others.lambda$all$0(Others.java:5)", TASK);
		this.groups.add(group(List.of(thread(22, "group-20-22")), IDLE));
		add(30, 2, READ, "com.acme.Bank.charge(Bank.java:9)", "com.acme.Prices.lambda$all$0(Prices.java:5)");
		assertThat(ends(5)).singleElement()
			.satisfies((end) -> assertThat(end.words()).contains("result of a task").contains("Prices.all"));
	}

	@Test
	void endsWhenOnePoolIsWhollyBusyIsWhatThatDoes() {
		add(1, 5, PARK, RESULT, "com.acme.Prices.all(Prices.java:4)");
		add(20, 2, READ, "com.acme.Bank.charge(Bank.java:9)", TASK);
		this.groups.add(group(List.of(thread(30, "request-1")), READ, "com.acme.Bank.charge(Bank.java:9)"));
		assertThat(ends(5)).singleElement()
			.satisfies((end) -> assertThat(end.chain().get(1)).startsWith("made, maybe, by: 2 threads "));
	}

	@Test
	void endsWhenTwoPoolsWaitForResultsOfEachOtherIsTheCircle() {
		add(1, 5, PARK, RESULT, "com.acme.Prices.all(Prices.java:4)");
		this.groups.add(group(List.of(thread(20, "mail-1")), PARK, RESULT, "com.acme.Mails.send(Mails.java:9)", TASK));
		this.groups.add(group(List.of(thread(30, "news-1")), PARK, RESULT, "com.acme.News.write(News.java:9)", TASK));
		assertThat(ends(5)).singleElement().satisfies((end) -> {
			assertThat(end.isCircle()).isTrue();
			assertThat(end.work()).isEqualTo(5);
			assertThat(end.words()).contains("wait, maybe, for each other", "Mails.send", "News.write")
				.doesNotContain("Prices");
		});
	}

	@Test
	void endsWhenTwoPoolsAreWhollyBusyDoesNotGuess() {
		add(1, 5, PARK, RESULT, "com.acme.Prices.all(Prices.java:4)");
		this.groups.add(group(List.of(thread(20, "mail-1")), READ, "com.acme.Bank.charge(Bank.java:9)", TASK));
		this.groups.add(group(List.of(thread(30, "news-1")), READ, "com.acme.Bank.charge(Bank.java:9)", TASK));
		assertThat(ends(5)).singleElement()
			.satisfies((end) -> assertThat(end.words()).contains("result of a task").contains("Prices.all"));
	}

	@Test
	@SuppressWarnings("deprecation")
	void endsWhenTheEndOfAThreadIsAwaitedIsWhatThatDoes() {
		Thread loader = Thread.currentThread();
		List<ThreadEntry> waiting = new ArrayList<>();
		for (long id = 1_000_001; id <= 1_000_003; id++) {
			waiting.add(new ThreadEntry(id, "exec-" + id, thread(id, "exec").facts(),
					List.of(new ThreadLock(Relation.WAITING_ON, 0, "java.lang.Thread", System.identityHashCode(loader),
							null))));
		}
		this.groups.add(group(waiting, "java.lang.Object.wait(Native Method)", "java.lang.Thread.join(Thread.java:1)",
				"com.acme.Prices.load(Prices.java:4)"));
		this.groups.add(group(List.of(thread(loader.getId(), "loader")), READ, "com.acme.Bank.ask(Bank.java:9)"));
		assertThat(ends(3)).singleElement().satisfies((end) -> {
			assertThat(end.words()).startsWith("\"loader\" #" + loader.getId())
				.endsWith("com.acme.Bank.ask(Bank.java:9)");
			assertThat(end.chain().get(1)).startsWith("for the end of: \"loader\"");
		});
	}

	@Test
	void endsWhenOwnerOfALockIsNotSeenSaysSo() {
		add(1, List.of(lock(99)), PARK, "com.acme.Ledger.write(Ledger.java:3)");
		assertThat(ends(1)).singleElement().satisfies((end) -> assertThat(end.isCircle()).isFalse());
	}

	@Test
	void endsWhenLocksLeadToAnotherThreadIsWhatThatDoes() {
		add(1, List.of(lock(2)), PARK, "com.acme.Ledger.write(Ledger.java:3)");
		add(2, List.of(lock(3)), PARK, "com.acme.Ledger.read(Ledger.java:9)");
		add(3, 1, READ, "com.acme.Bank.charge(Bank.java:9)");
		assertThat(ends(1)).singleElement().satisfies((end) -> {
			assertThat(end.words()).startsWith("\"group-3-3\" #3 ").contains("Bank.charge");
			assertThat(end.chain()).hasSize(3);
			assertThat(end.chain().get(2)).startsWith("held by: \"group-3-3\" #3 ");
		});
	}

	@Test
	void endsWhenLocksAreDeadlockedIsTheCircle() {
		add(1, List.of(lock(2)), PARK, "com.acme.Ledger.write(Ledger.java:3)");
		add(2, List.of(lock(1)), PARK, "com.acme.Ledger.read(Ledger.java:9)");
		assertThat(ends(1)).singleElement().satisfies((end) -> assertThat(end.isCircle()).isTrue());
	}

	/**
	 * Returns the ends of work at the first group.
	 */
	private List<WaitEnd> ends(int work) {
		List<NamedThreads> pools = new ThreadActivities(this.groups, CODE).groups();
		Standings standings = new Standings(CODE, pools);
		standings.add(this.groups, false);
		WaitGraph<WaitNode> graph = new Waits(standings, pools).graph(CODE);
		graph.addWork(standings.all().get(0), work);
		return WaitEnd.of(graph);
	}

	private static ThreadLock lock(long owner) {
		return new ThreadLock(Relation.PARKING_TO_WAIT_FOR, 0, "java.util.concurrent.locks.ReentrantLock$NonfairSync",
				(int) owner, new Owner(owner, null));
	}

	private void add(long first, int count, String... frames) {
		List<ThreadEntry> threads = new ArrayList<>();
		for (long id = first; id < first + count; id++) {
			threads.add(thread(id, "group-" + first + "-" + id));
		}
		this.groups.add(group(threads, frames));
	}

	private void add(long id, List<ThreadLock> locks, String... frames) {
		this.groups.add(group(List.of(thread(id, "thread-" + id, locks)), frames));
	}

	private static StackGroup group(List<ThreadEntry> threads, String... frames) {
		String state = frames[0].equals(READ) ? "RUNNABLE" : "WAITING (parking)";
		return new StackGroup(state, threads.size(), threads, Stream.of(frames).flatMap(String::lines).toList(), false);
	}

	private static ThreadEntry thread(long id, String name) {
		return thread(id, name, List.of());
	}

	private static ThreadEntry thread(long id, String name, List<ThreadLock> locks) {
		return new ThreadEntry(id, name,
				new PlatformThreadFacts(false, 5, false, false, new ThreadUsage(0L, null, 0L, 0, 0), null), locks);
	}

}
