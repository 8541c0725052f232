package io.github.gmr.section.threads;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

import io.github.gmr.content.Content;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Items;
import io.github.gmr.content.Text;
import io.github.gmr.content.Threads;
import io.github.gmr.content.Value;
import io.github.gmr.content.thread.PlatformThreadFacts;
import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.content.thread.ThreadEntry;
import io.github.gmr.content.thread.ThreadLock;
import io.github.gmr.content.thread.ThreadLock.Relation;
import io.github.gmr.content.thread.ThreadRates;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.pulse.ThreadCounters;
import io.github.gmr.section.pulse.ThreadHistory;
import io.github.gmr.section.scope.ReportScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ThreadsSection}, with threads in real states.
 */
class ThreadsSectionTests {

	private final List<Thread> started = new ArrayList<>();

	private final ReentrantLock lock = new ReentrantLock();

	private final Object monitor = new Object();

	private volatile boolean running = true;

	@AfterEach
	void stop() throws InterruptedException {
		this.running = false;
		for (Thread thread : this.started) {
			thread.interrupt();
			thread.join(10_000);
			assertThat(thread.isAlive()).as(thread.getName()).isFalse();
		}
	}

	@Test
	void contentWhenBlockedOnMonitorTellsLockAndOwner() throws InterruptedException {
		synchronized (this.monitor) {
			Thread thread = start("blocked", this::enterMonitor, Thread.State.BLOCKED);
			StackGroup group = group(content(), thread);
			assertThat(group.state()).isEqualTo("BLOCKED (on object monitor)");
			ThreadLock awaited = entry(group, thread).locks().get(0);
			assertThat(awaited.relation()).isEqualTo(Relation.WAITING_TO_LOCK);
			assertThat(awaited.className()).isEqualTo("java.lang.Object");
			assertThat(awaited.identity()).isEqualTo(System.identityHashCode(this.monitor));
			assertThat(awaited.owner())
				.isEqualTo(new ThreadLock.Owner(Thread.currentThread().getId(), Thread.currentThread().getName()));
			assertThat(group.frames().get(0)).contains("ThreadsSectionTests.enter(ThreadsSectionTests.java:");
		}
	}

	@Test
	void contentWhenParkedOnLockTellsLockAndOwner() throws InterruptedException {
		this.lock.lock();
		try {
			Thread thread = start("parked", this::takeLock, Thread.State.WAITING);
			StackGroup group = group(content(), thread);
			assertThat(group.state()).isEqualTo("WAITING (parking)");
			ThreadLock awaited = entry(group, thread).locks().get(0);
			assertThat(awaited.relation()).isEqualTo(Relation.PARKING_TO_WAIT_FOR);
			assertThat(awaited.className()).isEqualTo("java.util.concurrent.locks.ReentrantLock$NonfairSync");
			assertThat(awaited.owner().id()).isEqualTo(Thread.currentThread().getId());
		}
		finally {
			this.lock.unlock();
		}
	}

	@Test
	void contentWhenManyWaitForOneLockNamesItAndItsHolder() throws InterruptedException {
		this.lock.lock();
		try {
			for (int i = 0; i < 3; i++) {
				start("many-" + i, this::takeLock, Thread.State.WAITING);
			}
			assertThat(findings(content(4))).isEmpty();
			assertThat(findings(content(3))).singleElement().satisfies((finding) -> {
				assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
				assertThat(finding.summary()).startsWith("3 threads wait for one lock, <0x")
					.contains("(a java.util.concurrent.locks.ReentrantLock$NonfairSync), held by \""
							+ Thread.currentThread().getName() + "\" #" + Thread.currentThread().getId())
					.contains(", RUNNABLE at io.github.gmr.section.threads.");
				assertThat(finding.next()).isEqualTo("Threads");
			});
		}
		finally {
			this.lock.unlock();
		}
	}

	@Test
	void contentWhenWaitingTellsObject() throws InterruptedException {
		Thread thread = start("waiting", () -> waitOn(this.monitor), Thread.State.WAITING);
		StackGroup group = group(content(), thread);
		assertThat(group.state()).isEqualTo("WAITING (on object monitor)");
		ThreadLock awaited = entry(group, thread).locks().get(0);
		assertThat(awaited.relation()).isEqualTo(Relation.WAITING_ON);
		assertThat(awaited.identity()).isEqualTo(System.identityHashCode(this.monitor));
		assertThat(awaited.owner()).isNull();
	}

	@Test
	void contentWhenSleepingTellsSo() throws InterruptedException {
		Thread thread = start("sleeping", () -> Thread.sleep(60_000), Thread.State.TIMED_WAITING);
		StackGroup group = group(content(), thread);
		assertThat(group.state()).isEqualTo("TIMED_WAITING (sleeping)");
		assertThat(entry(group, thread).locks()).isEmpty();
	}

	@Test
	void contentWhenRunnableTellsCpuTimeAndAllocation() throws InterruptedException {
		Thread thread = start("running", this::spin, Thread.State.RUNNABLE);
		Threads content = content();
		while (facts(content, thread).usage().cpuNanos() < 20_000_000) {
			content = content();
		}
		assertThat(group(content, thread).state()).isEqualTo("RUNNABLE");
		assertThat(facts(content, thread).daemon()).isTrue();
		assertThat(facts(content, thread).usage().userNanos()).isNotNull();
		assertThat(facts(content, thread).usage().allocatedBytes()).isNotNull();
	}

	@Test
	void contentWhenIdleDoesNotAskForUserTime() throws InterruptedException {
		Thread thread = start("idle", this::park, Thread.State.WAITING);
		assertThat(facts(content(), thread).usage().userNanos()).isNull();
	}

	@Test
	void contentWhenInNativeTellsSo() throws Exception {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			Thread thread = start("accepting", () -> accept(socket), null);
			Threads content = content();
			while (group(content, thread).frames().stream().noneMatch((frame) -> frame.contains("Net.poll("))
					&& group(content, thread).frames().stream().noneMatch((frame) -> frame.contains("Net.accept("))) {
				content = content();
			}
			assertThat(group(content, thread).state()).isEqualTo("RUNNABLE");
			assertThat(facts(content, thread).inNative()).isTrue();
			assertThat(group(content, thread).frames().get(0)).endsWith("/Native Method)");
		}
	}

	@Test
	void contentWhenSampledTellsRatesAndWhoHasNotMoved() throws InterruptedException {
		Thread busy = start("busy", this::spin, Thread.State.RUNNABLE);
		Thread idle = start("idle", this::park, Thread.State.WAITING);
		Threads content = section(new ThreadsOptions(256, true, Duration.ofMillis(100), 10, Duration.ofSeconds(30)))
			.content(new ReportScope());
		ThreadRates rates = facts(content, idle).rates();
		assertThat(facts(content, busy).rates().cpuPercent()).isGreaterThan(rates.cpuPercent());
		assertThat(rates.unmoved()).isGreaterThanOrEqualTo(Duration.ofMillis(100));
		assertThat(content.summary().values().get("busiest").toString()).contains("busy");
		assertThat(facts(content(), busy).rates()).isNull();
	}

	@Test
	void followedWhenThereAreTooManyThreadsSaysHowMany() {
		assertThat(Content.fields((fields) -> ThreadsSummary.addFollowed(fields, 5000)).values()).isEmpty();
		assertThat(Content.fields((fields) -> ThreadsSummary.addFollowed(fields, 10_017)).values())
			.containsEntry("followed", new Text("the 5000 oldest of 10017 threads"));
	}

	@Test
	void contentWhenThreadsWaitForLockSummarisesWhoHoldsIt() throws InterruptedException {
		synchronized (this.monitor) {
			for (int i = 0; i < 3; i++) {
				start("blocked-" + i, this::enterMonitor, Thread.State.BLOCKED);
			}
			Map<String, Content> summary = content().summary().values();
			Thread holder = Thread.currentThread();
			assertThat(((Text) summary.get("most wanted lock")).text())
				.startsWith("<0x%016x> (a java.lang.Object), wanted by 3, held by \"%s\" #%d, RUNNABLE at "
					.formatted(System.identityHashCode(this.monitor), holder.getName(), holder.getId()));
			assertThat(((Items) summary.get("activities")).values()).extracting(Content::asText)
				.anySatisfy((activity) -> assertThat(activity)
					.startsWith("3 wait for a monitor, at " + getClass().getName() + ".enter("))
				.anySatisfy((activity) -> assertThat(activity).matches("\\d+ idle"))
				.anySatisfy((activity) -> assertThat(activity).matches("\\d+ runs?"));
			assertThat(((Fields) summary.get("states")).values().get("BLOCKED")).isEqualTo(new Value(3));
		}
	}

	@Test
	void contentWhenMonitorIsHeldTellsFrameThatLockedIt() throws InterruptedException {
		CountDownLatch entered = new CountDownLatch(1);
		Thread thread = start("holding", () -> {
			synchronized (this.monitor) {
				entered.countDown();
				park();
			}
		}, Thread.State.WAITING);
		entered.await();
		StackGroup group = group(content(), thread);
		ThreadLock held = entry(group, thread).locks()
			.stream()
			.filter((lock) -> lock.relation() == Relation.LOCKED)
			.findFirst()
			.orElseThrow();
		assertThat(held.identity()).isEqualTo(System.identityHashCode(this.monitor));
		assertThat(group.frames().get(held.depth())).contains("ThreadsSectionTests.lambda$");
	}

	@Test
	void contentWhenStacksAreEqualGroupsThreads() throws InterruptedException {
		List<Thread> threads = startTwo("same-");
		StackGroup group = group(content(), threads.get(0));
		assertThat(names(group)).containsExactly("same-0", "same-1");
		assertThat(group.size()).isEqualTo(2);
	}

	@Test
	void contentWhenOnlyDeeperFramesDifferKeepsThreadsApart() throws InterruptedException {
		Thread one = start("deep-1", this::park, Thread.State.WAITING);
		Thread two = start("deep-2", () -> call(this::park), Thread.State.WAITING);
		Threads content = content();
		assertThat(group(content, one).frames().get(1)).isEqualTo(group(content, two).frames().get(1));
		assertThat(group(content, one)).isNotEqualTo(group(content, two));
	}

	@Test
	void contentWhenNotGroupedTellsEveryStack() throws InterruptedException {
		List<Thread> threads = startTwo("alone-");
		Threads content = section(new ThreadsOptions(256, false, Duration.ZERO, 10, Duration.ofSeconds(30)))
			.content(new ReportScope());
		assertThat(content.groups()).allSatisfy((group) -> assertThat(group.size()).isOne());
		assertThat(group(content, threads.get(0)).frames()).isEqualTo(group(content, threads.get(1)).frames());
	}

	@Test
	void contentWhenBlockedByDifferentOwnersKeepsThreadsApart() throws InterruptedException {
		Object other = new Object();
		List<Thread> threads = new ArrayList<>();
		synchronized (this.monitor) {
			synchronized (other) {
				for (Object monitor : List.of(this.monitor, other, other)) {
					threads.add(start("blocked-" + threads.size(), () -> enter(monitor), Thread.State.BLOCKED));
				}
				Threads content = content();
				assertThat(names(group(content, threads.get(0)))).containsExactly("blocked-0");
				assertThat(names(group(content, threads.get(1)))).containsExactly("blocked-1", "blocked-2");
			}
		}
	}

	@Test
	void contentWhenOnlyLocksWithoutOwnerDifferGroupsThreads() throws InterruptedException {
		List<Thread> threads = new ArrayList<>();
		for (int i = 0; i < 2; i++) {
			Object monitor = new Object();
			threads.add(start("idle-" + i, () -> waitOn(monitor), Thread.State.WAITING));
		}
		StackGroup group = group(content(), threads.get(0));
		assertThat(names(group)).containsExactly("idle-0", "idle-1");
		assertThat(group.threads().get(0).locks()).isNotEqualTo(group.threads().get(1).locks());
	}

	@Test
	void contentWhenStackIsDeeperThanLimitSaysSo() throws InterruptedException {
		Thread thread = start("cut", this::park, Thread.State.WAITING);
		Threads content = section(new ThreadsOptions(2, true, Duration.ZERO, 10, Duration.ofSeconds(30)))
			.content(new ReportScope());
		assertThat(group(content, thread).frames()).hasSize(2);
		assertThat(group(content, thread).deeper()).isTrue();
		assertThat(group(content(), thread).deeper()).isFalse();
		assertThat(content.summary().values()).containsKey("cut");
	}

	@Test
	void contentWhenThreadMakesReportLeavesItOutAndSaysSo() throws InterruptedException {
		Thread thread = start("gmr-worker-9", this::park, Thread.State.WAITING);
		Threads content = content();
		assertThat(content.groups()).noneMatch((group) -> contains(group, thread));
		assertThat(content.summary().values().get("left out").toString()).contains("gmr-worker-9");
	}

	@Test
	void contentWhenHandlerOfOurSignalRunsLeavesItOut() throws InterruptedException {
		// Its thread has no frame of this class
		ThreadPoolExecutor handler = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
				(task) -> {
					this.started.add(new Thread(task, "SIGUSR1 handler"));
					return this.started.get(0);
				});
		try {
			handler.prestartCoreThread();
			await(this.started.get(0), Thread.State.WAITING);
			assertThat(content().summary().values().get("left out").toString()).contains("SIGUSR1 handler");
		}
		finally {
			handler.shutdownNow();
		}
	}

	@Test
	void contentWhenHandlerOfTheApplicationHangsShowsIt() throws InterruptedException {
		Thread thread = start("SIGHUP handler", this::park, Thread.State.WAITING);
		Threads content = content();
		assertThat(names(group(content, thread))).containsExactly("SIGHUP handler");
		assertThat(String.valueOf(content.summary().values().get("left out"))).doesNotContain("SIGHUP");
	}

	@Test
	void contentWhenLocksAreDeadlockedRaisesFinding() throws InterruptedException {
		ReentrantLock left = new ReentrantLock();
		ReentrantLock right = new ReentrantLock();
		CountDownLatch both = new CountDownLatch(2);
		Thread one = start("dead-1", () -> lockBoth(left, right, both), null);
		Thread two = start("dead-2", () -> lockBoth(right, left, both), null);
		awaitQueued(right, one);
		awaitQueued(left, two);
		assertThat(findings(content())).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(Finding.Severity.CRITICAL);
			assertThat(finding.next()).isEqualTo("Threads");
			assertThat(finding.summary()).isEqualTo("Deadlock of 2 threads");
			assertThat(String.join("\n", finding.details().chain())).containsPattern(waits(one, two))
				.containsPattern(waits(two, one));
		});
	}

	@Test
	void contentWhenMonitorAndLockAreDeadlockedRaisesFinding() throws InterruptedException {
		CountDownLatch both = new CountDownLatch(2);
		Thread one = start("mixed-1", () -> {
			synchronized (this.monitor) {
				both.countDown();
				both.await();
				this.lock.lockInterruptibly();
			}
		}, null);
		Thread two = start("mixed-2", () -> {
			this.lock.lock();
			try {
				both.countDown();
				both.await();
				enterMonitor();
			}
			finally {
				this.lock.unlock();
			}
		}, null);
		awaitQueued(this.lock, one);
		await(two, Thread.State.BLOCKED);
		assertThat(findings(content())).singleElement()
			.satisfies((finding) -> assertThat(String.join("\n", finding.details().chain()))
				.containsPattern(waits(one, two))
				.containsPattern(waits(two, one)));
	}

	@Test
	void contentWhenNothingIsDeadlockedRaisesNoFinding() throws InterruptedException {
		assertThat(findings(content())).isEmpty();
	}

	private static Pattern waits(Thread waiter, Thread holder) {
		return Pattern.compile("\"%s\" #%d at [^ ]+ waits for <0x[0-9a-f]{16}> \\(a [\\w.$]+\\) held by \"%s\" #%d"
			.formatted(waiter.getName(), waiter.getId(), holder.getName(), holder.getId()));
	}

	private static void accept(ServerSocket socket) {
		try {
			socket.accept().close();
		}
		catch (IOException ex) {
			// the end of the test
		}
	}

	private static void lockBoth(ReentrantLock first, ReentrantLock second, CountDownLatch both)
			throws InterruptedException {
		first.lockInterruptibly();
		try {
			both.countDown();
			both.await();
			second.lockInterruptibly();
		}
		finally {
			first.unlock();
		}
	}

	private void enterMonitor() {
		enter(this.monitor);
	}

	private static void enter(Object monitor) {
		synchronized (monitor) {
			assertThat(Thread.holdsLock(monitor)).isTrue();
		}
	}

	private void takeLock() {
		this.lock.lock();
		this.lock.unlock();
	}

	private static void waitOn(Object monitor) throws InterruptedException {
		synchronized (monitor) {
			monitor.wait();
		}
	}

	private void spin() {
		while (this.running) {
			Thread.onSpinWait();
		}
	}

	private void park() {
		while (!Thread.currentThread().isInterrupted()) {
			LockSupport.park();
		}
	}

	private static void call(Runnable runnable) {
		runnable.run();
	}

	private Threads content() throws InterruptedException {
		return section(ThreadsOptions.DEFAULT).content(new ReportScope());
	}

	private static Threads content(int lockThreshold) throws InterruptedException {
		return section(new ThreadsOptions(256, true, Duration.ZERO, lockThreshold, Duration.ofSeconds(30)))
			.content(new ReportScope());
	}

	private static List<Finding> findings(Threads content) {
		return content.summary()
			.values()
			.values()
			.stream()
			.filter(Finding.class::isInstance)
			.map(Finding.class::cast)
			.toList();
	}

	private static StackGroup group(Threads content, Thread thread) {
		return content.groups().stream().filter((group) -> contains(group, thread)).findFirst().orElseThrow();
	}

	private static boolean contains(StackGroup group, Thread thread) {
		return group.threads().stream().anyMatch((entry) -> entry.id() == thread.getId());
	}

	private static ThreadEntry entry(StackGroup group, Thread thread) {
		return group.threads().stream().filter((entry) -> entry.id() == thread.getId()).findFirst().orElseThrow();
	}

	private static PlatformThreadFacts facts(Threads content, Thread thread) {
		return (PlatformThreadFacts) entry(group(content, thread), thread).facts();
	}

	private static List<String> names(StackGroup group) {
		return group.threads().stream().map(ThreadEntry::name).toList();
	}

	private List<Thread> startTwo(String prefix) {
		List<Thread> threads = new ArrayList<>();
		for (int i = 0; i < 2; i++) {
			threads.add(start(prefix + i, this::park, Thread.State.WAITING));
		}
		return threads;
	}

	private Thread start(String name, Task task, Thread.State state) {
		Thread thread = new Thread(() -> {
			try {
				task.run();
			}
			catch (InterruptedException ex) {
				// the end of the test
			}
		}, name);
		thread.setDaemon(true);
		this.started.add(thread);
		thread.start();
		if (state != null) {
			await(thread, state);
		}
		return thread;
	}

	/**
	 * Wait until a thread is parked for a lock, and not for the latch before it.
	 */
	private static void awaitQueued(ReentrantLock lock, Thread thread) {
		await(thread, () -> lock.hasQueuedThread(thread));
		await(thread, Thread.State.WAITING);
	}

	private static void await(Thread thread, Thread.State state) {
		await(thread, () -> thread.getState() == state);
	}

	private static void await(Thread thread, BooleanSupplier condition) {
		long end = System.nanoTime() + 30_000_000_000L;
		while (!condition.getAsBoolean()) {
			assertThat(System.nanoTime()).as(thread.getName() + " is " + thread.getState()).isLessThan(end);
			Thread.onSpinWait();
		}
	}

	private interface Task {

		void run() throws InterruptedException;

	}

	private static ThreadsSection section(ThreadsOptions options) {
		return new ThreadsSection(options, new PlatformThreads(options, new ThreadHistory(ThreadCounters.ofJvm()),
				new ApplicationCode(List.of())));
	}

}
