package io.github.gmr.section.virtual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

import javax.management.InstanceNotFoundException;

import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Text;
import io.github.gmr.content.Threads;
import io.github.gmr.content.Threads.Kind;
import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.content.thread.ThreadEntry;
import io.github.gmr.section.dump.DumpCommand;
import io.github.gmr.section.dump.DumpFormat;
import io.github.gmr.section.dump.DumpGuard;
import io.github.gmr.section.dump.SinkDescriptor;
import io.github.gmr.section.dump.ThreadDumps;
import io.github.gmr.section.scope.ReportScope;
import io.github.gmr.section.scope.RunningThreads;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link GreenThreadsSection}.
 */
class GreenThreadsSectionTests {

	private final Executor executor = (task) -> {
		Thread thread = new Thread(task, "gmr-worker-2");
		thread.setDaemon(true);
		thread.start();
	};

	@Test
	@EnabledForJreRange(max = JRE.JAVA_20)
	void contentWhenJdkHasNoVirtualThreadsSaysSo() throws Exception {
		assertThat(((Text) section(GreenThreadsOptions.DEFAULT).content()).text()).contains("has no virtual threads");
	}

	@Test
	@EnabledForJreRange(minVersion = 21)
	void contentWhenThreadsParkGroupsThem() throws Exception {
		try (GreenThreads green = new GreenThreads()) {
			green.park("green-", 1000);
			Threads threads = (Threads) section(options(Duration.ofMinutes(1))).content();
			assertThat(threads.kind()).isEqualTo(Kind.VIRTUAL);
			StackGroup group = group(threads, "green-0");
			assertThat(group.size()).isEqualTo(1000);
			assertThat(group.threads()).hasSizeBetween(1, 100);
			assertThat(group.frames()).anyMatch((frame) -> frame.contains("GreenThreads.await("));
			assertThat(group.frames().get(0)).startsWith("java.lang.VirtualThread.park(java.base/VirtualThread.java:");
		}
	}

	@Test
	@EnabledForJreRange(minVersion = 25)
	void contentWhenManyWaitForOneLockNamesItAndItsHolder() throws Exception {
		Object monitor = new Object();
		try (GreenThreads green = new GreenThreads()) {
			synchronized (monitor) {
				for (int i = 0; i < 3; i++) {
					GreenThreads.await(green.start("wanting-" + i, () -> enter(monitor)), Thread.State.BLOCKED);
				}
				assertThat(findings(section(lockThreshold(4)).content())).isEmpty();
				assertThat(findings(section(lockThreshold(3)).content())).singleElement().satisfies((finding) -> {
					assertThat(finding.summary()).startsWith("3 threads wait for one lock, <0x")
						.endsWith("(a java.lang.Object), held by \"" + Thread.currentThread().getName() + "\" #"
								+ Thread.currentThread().getId());
					assertThat(finding.next()).isEqualTo("Green Threads");
				});
			}
		}
	}

	@Test
	@EnabledForJreRange(minVersion = 24)
	void contentWhenAllCarriersAreKeptByThreadsThatWaitSaysSo() throws Exception {
		VirtualScheduler scheduler = VirtualScheduler.read();
		assertThat(scheduler).isNotNull();
		try (GreenThreads green = new GreenThreads()) {
			for (int i = 0; i < scheduler.parallelism(); i++) {
				GreenThreads.await(green.start("pinning-" + i, Pin.Release::initializeCopy), Thread.State.WAITING);
			}
			assertThat(findings(section(options(Duration.ofMinutes(1))).content())).isEmpty();
			green.start("queued", Thread::yield);
			assertThat(findings(section(options(Duration.ofMinutes(1))).content())).singleElement()
				.satisfies((finding) -> assertThat(finding.summary())
					.startsWith("1 virtual threads wait for a carrier, but " + scheduler.parallelism()
							+ " others wait and keep theirs")
					.contains(": one is at " + Pin.class.getName() + "$Release.await("));
			Pin.Release.now();
		}
		finally {
			Pin.Release.now();
		}
	}

	@Test
	@EnabledForJreRange(minVersion = 24)
	void contentWhenCarriersAreBusyHasNoFinding() throws Exception {
		AtomicBoolean busy = new AtomicBoolean(true);
		try (GreenThreads green = new GreenThreads()) {
			for (int i = 0; i < 100; i++) {
				green.start("busy-" + i, () -> {
					while (busy.get()) {
						Thread.onSpinWait();
					}
				});
			}
			assertThat(findings(section(options(Duration.ofMinutes(1))).content())).isEmpty();
			busy.set(false);
		}
		finally {
			busy.set(false);
		}
	}

	@Test
	@EnabledForJreRange(minVersion = 21)
	void contentWhenTimeIsUpCutsAndSaysSo() throws Exception {
		try (GreenThreads green = new GreenThreads()) {
			green.park("green-", 20_000);
			Threads threads = (Threads) section(
					new GreenThreadsOptions(Duration.ofMillis(30), 100, 256, true, 10, Duration.ofSeconds(30)))
				.content();
			assertThat(((Text) threads.summary().values().get("threads")).text()).startsWith("at least ")
				.endsWith(", cut after 30 ms");
		}
	}

	@Test
	@EnabledForJreRange(minVersion = 21)
	void contentWhenDescriptorsCannotBeSeenUsesTemporaryFile() throws Exception {
		try (GreenThreads green = new GreenThreads()) {
			green.park("green-", 10);
			GreenThreadsSection section = new GreenThreadsSection(options(Duration.ofMinutes(1)), RunningThreads.NONE,
					new ThreadDumps(this.executor, DumpFormat::command, Path.of("/nowhere"), 256, DumpGuard.NONE));
			Threads threads = (Threads) section.content();
			assertThat(group(threads, "green-0").size()).isEqualTo(10);
		}
	}

	@Test
	@EnabledForJreRange(minVersion = 21)
	void contentWhenDumpIsDangerousHasThreadsOfRunningWork() throws Exception {
		try (GreenThreads green = new GreenThreads()) {
			Thread runs = green.start("green-0", LockSupport::park);
			GreenThreads.await(runs, Thread.State.WAITING);
			AtomicLong cpu = new AtomicLong();
			GreenThreadsSection section = new GreenThreadsSection(options(Duration.ofMinutes(1)),
					() -> List.of(runs, Thread.currentThread()), new ThreadDumps(this.executor, DumpFormat::command,
							SinkDescriptor.DESCRIPTORS, 256, new DumpGuard(true, cpu::incrementAndGet)));
			Threads threads = (Threads) section.content();
			assertThat(threads.groups()).hasSize(1);
			assertThat(group(threads, "green-0").frames()).anyMatch((frame) -> frame.contains("LockSupport.park"));
			assertThat(threads.summary().values().get("known threads").asText()).isEqualTo("1");
			assertThat(threads.summary().values().get("not dumped").asText()).contains("These are the threads of");
		}
	}

	@Test
	@EnabledForJreRange(minVersion = 21)
	void contentWhenEarlierDumpIsStillWrittenSaysSo() throws Exception {
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch proceed = new CountDownLatch(1);
		DumpCommand command = (file) -> {
			begun.countDown();
			await(proceed);
			return "Created";
		};
		Executor waiting = (task) -> {
			this.executor.execute(task);
			await(begun);
		};
		GreenThreadsSection section = new GreenThreadsSection(options(Duration.ofMillis(20)), RunningThreads.NONE,
				new ThreadDumps(waiting, (format) -> command, SinkDescriptor.DESCRIPTORS, 256, DumpGuard.NONE));
		assertThat(section.content()).isInstanceOf(Threads.class);
		assertThat(section.content()).isEqualTo(new Text("The JVM is still writing the dump of an earlier report."));
		proceed.countDown();
		Awaitility.await().until(() -> isAnsweredAnew(section));
	}

	private static boolean isAnsweredAnew(GreenThreadsSection section) {
		try {
			return section.content(new ReportScope()) instanceof Threads;
		}
		catch (IOException ex) {
			return ex.getMessage().startsWith("The JVM could not dump its threads: Created");
		}
	}

	@Test
	@EnabledForJreRange(minVersion = 21)
	void stacksWhenReportHasDumpedThreadsAreThoseOfTheReport() throws Exception {
		AtomicInteger dumps = new AtomicInteger();
		DumpCommand command = (file) -> {
			dumps.incrementAndGet();
			return DumpFormat.JSON.command().run(file);
		};
		try (GreenThreads green = new GreenThreads()) {
			green.park("green-", 10);
			GreenThreadsSection section = section((format) -> command);
			ReportScope scope = new ReportScope();
			Threads threads = (Threads) section.content(scope);
			assertThat(section.of(scope)).isSameAs(threads.groups());
			assertThat(dumps).hasValue(1);
			assertThat(section.of(new ReportScope())).anySatisfy((group) -> assertThat(group.size()).isEqualTo(10));
			assertThat(dumps).hasValue(2);
		}
	}

	@Test
	@EnabledForJreRange(minVersion = 21)
	void stacksWhenJvmCannotDumpAreNone() {
		GreenThreadsSection section = section((format) -> (file) -> {
			throw new InstanceNotFoundException("DiagnosticCommand");
		});
		assertThat(section.of(new ReportScope())).isEmpty();
	}

	@Test
	@EnabledForJreRange(minVersion = 21)
	void contentWhenJvmCannotDumpFailsWithItsAnswer() {
		GreenThreadsSection section = section((format) -> (file) -> {
			throw new InstanceNotFoundException("DiagnosticCommand");
		});
		assertThatIOException().isThrownBy(section::content)
			.withMessageStartingWith("The JVM could not dump its threads: ")
			.withMessageContaining("InstanceNotFoundException: DiagnosticCommand");
	}

	@Test
	@EnabledForJreRange(minVersion = 25)
	void contentWhenNameCannotBeWrittenAsJsonKnowsLocksAllTheSame() throws Exception {
		Object monitor = new Object();
		try (GreenThreads green = new GreenThreads()) {
			green.start("\u001b[31m", LockSupport::park);
			synchronized (monitor) {
				for (int i = 0; i < 3; i++) {
					GreenThreads.await(green.start("wanting-" + i, () -> enter(monitor)), Thread.State.BLOCKED);
				}
				Threads threads = (Threads) section(lockThreshold(3)).content();
				assertThat(findings(threads)).singleElement()
					.satisfies((finding) -> assertThat(finding.summary()).startsWith("3 threads wait for one lock, <0x")
						.contains("(a java.lang.Object), held by \"" + Thread.currentThread().getName()));
				assertThat(threads.summary().values()).containsKey("fallback")
					.doesNotContainKeys("mounted", "pinned", "containers");
				assertThat(group(threads, "\u001b[31m").frames()).isNotEmpty();
			}
		}
	}

	@Test
	@EnabledForJreRange(minVersion = 21)
	void contentWhenThereIsNoTimeForFallbackKeepsWhatWasWritten() throws Exception {
		CountDownLatch proceed = new CountDownLatch(1);
		DumpCommand json = (file) -> {
			write(file, """
					{"threadDump": {"threadContainers": [{"container": "<root>", "threads": [
					{"tid": "7", "virtual": true, "name": "seven", "state": "WAITING", "stack": ["a.B.c(B.java:1)"]},
					{"tid": "8", "virtual": true, "name": \
					""");
			return "Failed: x";
		};
		DumpCommand plain = (file) -> {
			await(proceed);
			return "Created";
		};
		GreenThreadsSection section = new GreenThreadsSection(options(Duration.ofMillis(300)), RunningThreads.NONE,
				new ThreadDumps(this.executor, (format) -> (format == DumpFormat.JSON) ? json : plain,
						SinkDescriptor.DESCRIPTORS, 256, DumpGuard.NONE));
		Threads threads = (Threads) section.content();
		proceed.countDown();
		assertThat(group(threads, "seven").size()).isOne();
		assertThat(threads.summary().values().get("threads").asText()).startsWith("at least 1,");
		assertThat(threads.summary().values().get("fallback").asText())
			.isEqualTo("what the JVM has dumped until it failed. The JVM could not dump its threads: Failed: x");
	}

	private static void write(String file, String text) {
		try {
			Files.writeString(Path.of(file), text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Test
	@EnabledForJreRange(minVersion = 21)
	void contentWhenThreadsHaveManyStacksTellsLargestAndCountsTheRest() throws Exception {
		try (GreenThreads green = new GreenThreads()) {
			green.park("one-", 3);
			green.start("other", LockSupport::park);
			Threads threads = (Threads) section(
					new GreenThreadsOptions(Duration.ofMinutes(1), 1, 256, true, 10, Duration.ofSeconds(30)))
				.content();
			assertThat(threads.groups()).singleElement().satisfies((group) -> assertThat(group.size()).isEqualTo(3));
			assertThat(threads.omitted()).isPositive();
			assertThat(((Text) threads.summary().values().get("groups")).text()).endsWith(", the 1 largest are shown");
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void enter(Object monitor) {
		synchronized (monitor) {
			Thread.onSpinWait();
		}
	}

	private static GreenThreadsOptions lockThreshold(int threads) {
		return new GreenThreadsOptions(Duration.ofMinutes(1), 100, 256, true, threads, Duration.ofSeconds(30));
	}

	private static List<Finding> findings(Content content) {
		return ((Threads) content).summary()
			.values()
			.values()
			.stream()
			.filter(Finding.class::isInstance)
			.map(Finding.class::cast)
			.toList();
	}

	private static GreenThreadsOptions options(Duration timeout) {
		return new GreenThreadsOptions(timeout, 100, 256, true, 10, Duration.ofSeconds(30));
	}

	private GreenThreadsSection section(GreenThreadsOptions options) {
		return new GreenThreadsSection(options, this.executor);
	}

	private GreenThreadsSection section(Function<DumpFormat, DumpCommand> commands) {
		return new GreenThreadsSection(options(Duration.ofMinutes(1)), RunningThreads.NONE,
				new ThreadDumps(this.executor, commands, SinkDescriptor.DESCRIPTORS, 256, DumpGuard.NONE));
	}

	private static StackGroup group(Threads threads, String name) {
		return threads.groups()
			.stream()
			.filter((group) -> group.threads().stream().map(ThreadEntry::name).anyMatch(name::equals))
			.findFirst()
			.orElseThrow();
	}

}
