package io.github.gmr.section.threads;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.gmr.content.Finding;
import io.github.gmr.content.Finding.Severity;
import io.github.gmr.content.thread.LockId;
import io.github.gmr.content.thread.PlatformThreadFacts;
import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.content.thread.ThreadEntry;
import io.github.gmr.content.thread.ThreadLock.Owner;
import io.github.gmr.content.thread.ThreadUsage;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.activity.ThreadActivities;
import io.github.gmr.section.activity.ThreadExecutors;
import io.github.gmr.section.lock.LockWait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UnmovedThreads}.
 */
class UnmovedThreadsTests {

	private static final String OWN = "com.acme.Orders.reserve(Orders.java:41)";

	private static final List<String> SEMAPHORE = List.of("jdk.internal.misc.Unsafe.park(Native Method)",
			"java.util.concurrent.locks.LockSupport.park(LockSupport.java:211)",
			"java.util.concurrent.locks.AbstractQueuedSynchronizer.acquire(AbstractQueuedSynchronizer.java:715)",
			"java.util.concurrent.locks.AbstractQueuedSynchronizer.acquireSharedInterruptibly(AbstractQueuedSynchronizer.java:1047)",
			"java.util.concurrent.Semaphore.acquire(Semaphore.java:318)", OWN, "java.lang.Thread.run(Thread.java:840)");

	private static final List<String> FULL_QUEUE = List.of("jdk.internal.misc.Unsafe.park(Native Method)",
			"java.util.concurrent.locks.LockSupport.park(LockSupport.java:341)",
			"java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject.await(AbstractQueuedSynchronizer.java:1625)",
			"java.util.concurrent.ArrayBlockingQueue.put(ArrayBlockingQueue.java:370)", OWN);

	private static final List<String> LATCH = List.of("jdk.internal.misc.Unsafe.park(Native Method)",
			"java.util.concurrent.locks.LockSupport.park(LockSupport.java:211)",
			"java.util.concurrent.locks.AbstractQueuedSynchronizer.acquireSharedInterruptibly(AbstractQueuedSynchronizer.java:1047)",
			"java.util.concurrent.CountDownLatch.await(CountDownLatch.java:230)", OWN);

	private static final List<String> IDLE = List.of("jdk.internal.misc.Unsafe.park(Native Method)",
			"java.util.concurrent.locks.LockSupport.park(LockSupport.java:341)",
			"java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject.await(AbstractQueuedSynchronizer.java:1625)",
			"java.util.concurrent.LinkedBlockingQueue.take(LinkedBlockingQueue.java:435)",
			"java.util.concurrent.ThreadPoolExecutor.getTask(ThreadPoolExecutor.java:1070)",
			"java.util.concurrent.ThreadPoolExecutor.runWorker(ThreadPoolExecutor.java:1130)",
			"java.util.concurrent.ThreadPoolExecutor$Worker.run(ThreadPoolExecutor.java:642)",
			"java.lang.Thread.run(Thread.java:840)");

	private static final List<String> READ = List.of("sun.nio.ch.Net.poll(Native Method)",
			"sun.nio.ch.NioSocketImpl.park(NioSocketImpl.java:191)",
			"sun.nio.ch.NioSocketImpl.implRead(NioSocketImpl.java:309)",
			"sun.nio.ch.NioSocketImpl.read(NioSocketImpl.java:350)",
			"sun.nio.ch.NioSocketImpl$1.read(NioSocketImpl.java:803)",
			"java.net.Socket$SocketInputStream.read(Socket.java:966)", OWN);

	private static final List<String> SLEEP = List.of("java.lang.Thread.sleep(java.base@17/Native Method)", OWN);

	private static final String QUARTZ = "org.quartz.simpl.SimpleThreadPool$WorkerThread.run(SimpleThreadPool.java:561)";

	private static final String SCHEDULED = "org.springframework.scheduling.support.ScheduledMethodRunnable.run(ScheduledMethodRunnable.java:1)";

	private static final String KAFKA = "org.springframework.kafka.listener.KafkaMessageListenerContainer$ListenerConsumer.run(KafkaMessageListenerContainer.java:1)";

	private static final String JMS = "org.springframework.jms.listener.DefaultMessageListenerContainer$AsyncMessageListenerInvoker.run(DefaultMessageListenerContainer.java:1)";

	private static final String RABBIT = "com.rabbitmq.client.impl.ConsumerWorkService$WorkPoolRunnable.run(ConsumerWorkService.java:1)";

	private static final String WORKER = "java.util.concurrent.ThreadPoolExecutor$Worker.run(java.base@17/ThreadPoolExecutor.java:635)";

	private static final List<String> BLOCKED = List.of("com.acme.Stock.take(Stock.java:7)", OWN);

	private final List<StackGroup> stacks = new ArrayList<>();

	private final Map<Long, Duration> unmoved = new HashMap<>();

	private final List<LockWait> waits = new ArrayList<>();

	private ThreadExecutors executors = ThreadExecutors.NONE;

	private long next = 30;

	@Test
	void checkWhenWholePoolWaitsForPermitsWarnsOnce() {
		add(4, "WAITING", SEMAPHORE, "pool-7-thread-", 61);
		assertThat(findings()).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(Severity.WARNING);
			assertThat(finding.summary()).isEqualTo("4 of 4 threads pool-7-thread-* have stood still for 1 min 1 s: "
					+ "each waits for a permit of a Semaphore, at " + OWN);
			assertThat(finding.details().place()).containsExactly(OWN);
			assertThat(finding.details().threads()).containsExactly(30L, 31L, 32L, 33L);
			assertThat(finding.details().since()).isNotNull();
		});
	}

	@Test
	void checkWhenOthersGetPermitsIsInformation() {
		add(5, "WAITING", SEMAPHORE, "export-", 61);
		add(1, "RUNNABLE", List.of("com.acme.Bank.ask(Bank.java:7)", "com.acme.Orders.reserve(Orders.java:43)"),
				"export-", 1);
		assertThat(findings()).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(Severity.INFO);
			assertThat(finding.summary()).startsWith("5 of 6 threads export-*").endsWith("; others get on there");
		});
	}

	@ParameterizedTest
	@CsvSource({ "com.acme.Orders.reserve(Orders.java:43), 61", "com.acme.Orders.reserve(Orders.java:39), 1",
			"com.acme.Mails.send(Mails.java:51), 1" })
	void checkWhenOthersHaveNotGotPermitsLatelyWarns(String place, int still) {
		add(5, "WAITING", SEMAPHORE, "export-", 61);
		add(1, "RUNNABLE", READ.stream().map((frame) -> frame.equals(OWN) ? place : frame).toList(), "export-", still);
		add(1, "WAITING", SEMAPHORE, "export-", 1);
		assertThat(findings()).extracting(Finding::severity).contains(Severity.WARNING);
	}

	@Test
	void checkWhenMostOfPoolAreIdleIsInformation() {
		add(2, "WAITING", SEMAPHORE, "pool-7-thread-", 61);
		add(10, "WAITING", IDLE, "pool-7-thread-", 400);
		assertThat(findings()).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(Severity.INFO);
			assertThat(finding.summary()).startsWith("2 of 12 threads pool-7-thread-* have stood still for 1 min 1 s");
		});
	}

	@Test
	void checkWhenProducerStandsBeforeFullQueueWarns() {
		add(1, "WAITING", FULL_QUEUE, "importer", 35);
		assertThat(findings()).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(Severity.WARNING);
			assertThat(finding.summary())
				.startsWith("\"importer\" #30 has stood still for 35 s: it waits for space in a queue, at " + OWN);
		});
	}

	@Test
	void checkWhenThreadsMoveOrAreIdleIsFine() {
		add(8, "WAITING", SEMAPHORE, "pool-7-thread-", 2);
		add(10, "WAITING", IDLE, "http-nio-8080-exec-", 4000);
		assertThat(findings()).isEmpty();
	}

	@Test
	void checkWhenMainWaitsForItsEndIsFine() {
		add(1, "WAITING", LATCH, "main", 4000);
		assertThat(findings()).isEmpty();
	}

	@Test
	void checkWhenLibraryWaitsForItsOwnIsFine() {
		add(1, "WAITING",
				LATCH.stream()
					.map((frame) -> frame.equals(OWN) ? "org.apache.kafka.Server.run(Server.java:1)" : frame)
					.toList(),
				"kafka-thing", 4000);
		assertThat(findings()).isEmpty();
	}

	@Test
	void checkWhenThreadsReadFromSocketsIsInformation() {
		add(3, "RUNNABLE", READ, "feed-", 4000);
		assertThat(findings()).singleElement().extracting(Finding::severity).isEqualTo(Severity.INFO);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					http-nio-8080-exec- | org.apache.tomcat.util.threads.ThreadPoolExecutor$Worker.run(ThreadPoolExecutor.java:481) | request threads
					shop-              | org.eclipse.jetty.util.thread.QueuedThreadPool$Runner.run(QueuedThreadPool.java:1194)      | request threads
					nightly_Worker-    | org.quartz.simpl.SimpleThreadPool$WorkerThread.run(SimpleThreadPool.java:561)              | Quartz workers
					mails-             | org.springframework.jms.listener.DefaultMessageListenerContainer$AsyncMessageListenerInvoker.run(DefaultMessageListenerContainer.java:1) | listeners
					ForkJoinPool.commonPool-worker- | java.util.concurrent.ForkJoinWorkerThread.run(java.base@17/ForkJoinWorkerThread.java:165) | threads of the common pool
					boundedElastic-    | java.util.concurrent.ThreadPoolExecutor$Worker.run(java.base@17/ThreadPoolExecutor.java:635) | threads of Reactor
					task-              | java.util.concurrent.ThreadPoolExecutor$Worker.run(java.base@17/ThreadPoolExecutor.java:635) | threads for tasks
					""")
	void checkWhenAllThreadsOfSharedPoolReadFromSocketsWarns(String name, String frame, String words) {
		add(3, "RUNNABLE", in(frame, READ), name, 40);
		assertThat(findings()).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(Severity.WARNING);
			assertThat(finding.summary())
				.startsWith("All 3 %s (%s*) have stood still for 40 s: each reads".formatted(words, name));
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "http-nio-8080-exec-", "ForkJoinPool.commonPool-worker-", "quartzScheduler_Worker-",
			"task-", "org.springframework.kafka.KafkaListenerEndpointContainer#0-0-C-", "nioEventLoopGroup-2-" })
	void checkWhenNamesImitatePoolIsInformation(String name) {
		add(3, "RUNNABLE", READ, name, 40);
		assertThat(findings()).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(Severity.INFO);
			assertThat(finding.summary()).startsWith("3 of 3 threads " + name + "* have stood still");
		});
	}

	@Test
	void checkWhenPoolIsKnownByFramesOfSomeCountsThoseThatAreIdle() {
		add(2, "RUNNABLE", in(SCHEDULED, READ), "shop-", 40);
		add(3, "WAITING", IDLE, "shop-", 40);
		assertThat(findings()).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(Severity.INFO);
			assertThat(finding.summary()).startsWith("2 of 5 scheduler threads (shop-*) have stood still");
		});
	}

	@Test
	void checkWhenAllQuartzWorkersSleepWarns() {
		add(3, "TIMED_WAITING", in(QUARTZ, SLEEP), "nightly_Worker-", 240);
		assertThat(findings()).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(Severity.WARNING);
			assertThat(finding.summary()).isEqualTo(
					"All 3 Quartz workers (nightly_Worker-*) have stood still for 4 min: each sleeps, at " + OWN);
		});
	}

	@Test
	void checkWhenThreadsSleepThatNoneNeedsIsFine() {
		add(3, "TIMED_WAITING", SLEEP, "watchdog-", 240);
		add(1, "TIMED_WAITING", in(SCHEDULED, SLEEP), "scheduling-", 240);
		add(2, "TIMED_WAITING", in(QUARTZ, SLEEP), "nightly_Worker-", 240);
		add(1, "TIMED_WAITING", in(QUARTZ, BLOCKED.subList(0, 1)), "nightly_Worker-", 1);
		assertThat(findings()).isEmpty();
	}

	@Test
	void checkWhenOneOfTheKafkaListenersStandsStillWarns() {
		add(1, "RUNNABLE", in(KAFKA, READ), "orders-0-C-", 40);
		assertThat(findings()).singleElement().extracting(Finding::severity).isEqualTo(Severity.WARNING);
	}

	@Test
	void checkWhenKafkaListenersOfOneContainerStandStillCountsThemTogether() {
		for (int i = 0; i < 3; i++) {
			add(1, "RUNNABLE", in(KAFKA, READ), "orders-" + i + "-C-", 40);
		}
		add(1, "RUNNABLE", in(KAFKA, READ), "mails7-C-", 40);
		add(1, "RUNNABLE", READ, "feed", 40);
		assertThat(findings()).extracting(Finding::severity)
			.containsExactly(Severity.WARNING, Severity.WARNING, Severity.INFO);
		assertThat(findings().get(0).summary())
			.startsWith("All 3 Kafka listeners (orders-*-C-*) have stood still for 40 s");
		assertThat(findings().get(2).summary()).startsWith("\"feed\" #34 has stood still");
	}

	/**
	 * As a parallel stream does, at which the thread that has begun it works, too.
	 */
	@Test
	void checkWhenThreadOfAnotherPoolIsAtThePlaceOfWholeCommonPoolCountsThatAlone() {
		add(3, "RUNNABLE", in("java.util.concurrent.ForkJoinWorkerThread.run(ForkJoinWorkerThread.java:165)", READ),
				"ForkJoinPool.commonPool-worker-", 40);
		add(1, "RUNNABLE", READ, "http-nio-8080-exec-", 40);
		assertThat(findings()).extracting(Finding::severity).containsExactly(Severity.WARNING, Severity.INFO);
		assertThat(findings().get(0).summary()).startsWith("All 3 threads of the common pool (");
	}

	@Test
	void checkWhenListenersHaveThreadsOfAnExecutorCountsThemAlone() {
		add(4, "RUNNABLE", in(WORKER, in(JMS, READ)), "task-", 40);
		add(4, "WAITING", IDLE, "task-", 400);
		this.executors = (thread) -> "applicationTaskExecutor";
		assertThat(findings()).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(Severity.WARNING);
			assertThat(finding.summary()).startsWith(
					"All 4 listeners of applicationTaskExecutor (task-*) have stood still for 40 s: each reads");
		});
	}

	@Test
	void checkWhenConsumersOfRabbitOnThreadsOfPoolStandStillCountsIdleOnes() {
		add(3, "RUNNABLE", in(WORKER, in(RABBIT, READ)), "pool-2-thread-", 40);
		add(1, "WAITING", IDLE, "pool-2-thread-", 400);
		assertThat(findings()).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(Severity.INFO);
			assertThat(finding.summary()).startsWith("3 of 4 listeners (pool-2-thread-*) have stood still");
		});
		this.stacks.remove(1);
		assertThat(findings()).singleElement().extracting(Finding::severity).isEqualTo(Severity.WARNING);
	}

	@Test
	void checkWhenOneOfTheEventLoopsStandsStillWarns() {
		String frame = "io.netty.channel.SingleThreadIoEventLoop.run(SingleThreadIoEventLoop.java:1)";
		add(1, "RUNNABLE", in(frame, READ), "shop-loop-", 40);
		add(3, "RUNNABLE",
				in(frame,
						List.of("io.netty.channel.epoll.Native.epollWait(Native Method)",
								"io.netty.channel.epoll.EpollIoHandler.epollWait(EpollIoHandler.java:1)")),
				"shop-loop-", 90);
		assertThat(findings()).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(Severity.WARNING);
			assertThat(finding.summary()).startsWith("1 of 4 event loops (shop-loop-*) have stood still");
		});
	}

	@Test
	void checkWhenThreadsWaitForEachOtherFollowsToTheEnd() {
		add(7, "BLOCKED (on object monitor)", BLOCKED, "http-nio-8080-exec-", 45);
		add(1, "BLOCKED (on object monitor)", List.of("com.acme.Ledger.book(Ledger.java:3)"), "ledger", 50);
		add(1, "RUNNABLE", READ, "payments", 50);
		for (long id = 30; id < 37; id++) {
			held(id, 37);
		}
		held(37, 38);
		assertThat(findings().get(0).summary())
			.isEqualTo("7 of 7 threads http-nio-8080-exec-* have stood still for 45 s: "
					+ "each waits for a monitor, at com.acme.Stock.take(Stock.java:7); in the end it is held by \"payments\" #38, "
					+ "which reads from a socket, at " + OWN);
		assertThat(findings().get(0).details().holders()).containsExactly(38L);
	}

	@Test
	void checkWhenDeadlockedLeavesThatToOthers() {
		add(2, "BLOCKED (on object monitor)", BLOCKED, "crossed-", 45);
		held(30, 31);
		held(31, 30);
		assertThat(findings()).isEmpty();
	}

	@Test
	void checkWhenThereAreManyPlacesHasTheLargest() {
		for (int i = 0; i < 40; i++) {
			String place = "com.acme.Part" + i + ".wait(Part.java:1)";
			add(1 + i % 20, "WAITING", LATCH.stream().map((frame) -> frame.equals(OWN) ? place : frame).toList(),
					"odd" + i + "x", 45);
		}
		assertThat(findings()).hasSizeLessThanOrEqualTo(8);
		assertThat(findings().get(0).details().threads()).hasSize(20);
	}

	@Test
	void checkWhenExecutorsShareNamesOfThreadsNamesTheRightOne() {
		add(4, "WAITING", SEMAPHORE, "task-", 61);
		add(4, "WAITING", IDLE, "task-", 400);
		this.executors = (thread) -> (thread < 34) ? "mailExecutor" : "printExecutor";
		assertThat(findings()).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(Severity.WARNING);
			assertThat(finding.summary()).startsWith(
					"All 4 threads of mailExecutor (task-*) have stood still for 1 min 1 s: each waits for a permit");
		});
	}

	private List<Finding> findings() {
		return new UnmovedThreads(
				new ThreadActivities(this.stacks, new ApplicationCode(List.of("com.acme")), this.executors),
				(id) -> this.unmoved.getOrDefault(id, Duration.ZERO), this::stack, this.waits, Duration.ofSeconds(30))
			.check()
			.findings();
	}

	private StackTraceElement[] stack(long id) {
		return this.stacks.stream()
			.filter((stack) -> stack.threads().stream().anyMatch((thread) -> thread.id() == id))
			.flatMap((stack) -> stack.frames().stream())
			.map(UnmovedThreadsTests::element)
			.toArray(StackTraceElement[]::new);
	}

	private static StackTraceElement element(String frame) {
		String[] parts = frame.split("\\.(?=[^.(]+\\()|[(:)]");
		int line = (parts.length > 3) ? Integer.parseInt(parts[3]) : -1;
		return new StackTraceElement(parts[0], parts[1], parts[2], line);
	}

	private void add(int threads, String state, List<String> frames, String name, int seconds) {
		List<ThreadEntry> entries = new ArrayList<>();
		for (int i = 0; i < threads; i++) {
			entries.add(new ThreadEntry(this.next, (name.endsWith("-") ? name + this.next : name),
					new PlatformThreadFacts(true, 5, false, false, new ThreadUsage(null, null, null, 0, 0), null),
					List.of()));
			this.unmoved.put(this.next, Duration.ofSeconds(seconds + i));
			this.next++;
		}
		this.stacks.add(new StackGroup(state, threads, entries, frames, false));
	}

	/**
	 * Returns a stack of a thread that began at a frame.
	 */
	private static List<String> in(String frame, List<String> frames) {
		return Stream.concat(frames.stream(), Stream.of(frame, "java.lang.Thread.run(java.base@17/Thread.java:840)"))
			.toList();
	}

	private void held(long waiter, long holder) {
		this.waits.add(new LockWait(new Owner(waiter, "waiter"), new LockId("com.acme.Lock", (int) holder),
				new Owner(holder, "holder")));
	}

}
