package io.github.gmr.trigger;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.gmr.engine.OutputSettings;
import io.github.gmr.engine.OutputSettings.Stderr;
import io.github.gmr.engine.OutputSettings.Stderr.Use;
import io.github.gmr.engine.ReportEngine;
import io.github.gmr.engine.ReportingApplication;
import io.github.gmr.redact.Audience;
import io.github.gmr.redact.RedactedReport;
import io.github.gmr.redact.Redaction;
import io.github.gmr.report.RegisteredSection;
import io.github.gmr.report.TimeLimits;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.pulse.Pulse;
import io.github.gmr.view.text.TextReportView;
import jnr.constants.platform.Signal;
import jnr.posix.SignalHandler;
import jnr.posix.util.SunMiscSignal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link SignalTrigger}, {@link TriggerThread} and {@link JvmTriggers} with
 * signals that end no process.
 */
@Timeout(60)
@EnabledOnOs({ OS.LINUX, OS.MAC })
class SignalTriggerTests {

	private static final SignalName WINCH = new SignalName("WINCH");

	private static final SignalName URG = new SignalName("URG");

	private final Queue<RedactedReport> published = new ConcurrentLinkedQueue<>();

	private final CountDownLatch release = new CountDownLatch(1);

	private final TriggerThread thread = new TriggerThread(ReportEngine.get(), new Pulse());

	private final SignalTrigger trigger = new SignalTrigger(this.thread);

	private final ReportingApplication application = application(() -> {
	});

	@BeforeEach
	void join() {
		this.thread.minInterval(Duration.ZERO);
		ReportEngine.get().join(this.application);
	}

	@AfterEach
	void leave() {
		this.release.countDown();
		this.trigger.listen(null);
		ReportEngine.get().leave(this.application);
		assertThat(ReportEngine.get().isEmpty()).isTrue();
	}

	@Test
	void listenWhenSignalIsRaisedPublishesReport() throws Exception {
		this.trigger.listen(WINCH);
		assertThat(this.trigger.signal()).isEqualTo(WINCH);
		assertThat(this.trigger.refusal()).isNull();
		raise("WINCH");
		await().until(() -> this.published.size() == 1);
		assertThat(this.published.element().head().triggers()).containsExactly("signal WINCH");
	}

	@Test
	void listenWhenSignalIsRaisedAgainPublishesAgain() throws Exception {
		this.trigger.listen(WINCH);
		for (int i = 1; i <= 3; i++) {
			int expected = i;
			raise("WINCH");
			await().until(() -> this.published.size() == expected);
		}
		assertThat(this.published).extracting((report) -> report.head().merged()).containsOnly(0L);
	}

	@Test
	void listenWhenSignalsComeWhileAReportIsMadeMergesThem() throws Exception {
		CountDownLatch begun = new CountDownLatch(1);
		ReportingApplication slow = application(() -> {
			begun.countDown();
			this.release.await();
		});
		ReportEngine.get().join(slow);
		try {
			this.trigger.listen(WINCH);
			raise("WINCH");
			begun.await();
			Runnable source = this.thread.source("test", "more");
			for (int i = 0; i < 5; i++) {
				source.run();
			}
			this.release.countDown();
			await().until(() -> this.published.stream().anyMatch((report) -> report.head().merged() == 4));
			assertThat(this.published).hasSizeLessThanOrEqualTo(4);
		}
		finally {
			ReportEngine.get().leave(slow);
		}
	}

	@Test
	void listenWhenAnotherLibraryHandlesTheSignalCallsItToo() throws Exception {
		AtomicInteger handled = new AtomicInteger();
		SunMiscSignal.signal(Signal.SIGWINCH, (SignalHandler) (number) -> handled.incrementAndGet());
		this.trigger.listen(WINCH);
		raise("WINCH");
		await().until(() -> handled.get() == 1 && this.published.size() == 1);
		this.trigger.listen(null);
		raise("WINCH");
		await().until(() -> handled.get() == 2);
		assertThat(this.published).hasSize(1);
	}

	@Test
	void listenWhenPreviousHandlerThrowsPublishesAllTheSame() throws Exception {
		SunMiscSignal.signal(Signal.SIGWINCH, (SignalHandler) (number) -> {
			throw new IllegalStateException("previous");
		});
		this.trigger.listen(WINCH);
		raise("WINCH");
		await().until(() -> this.published.size() == 1);
	}

	@Test
	void listenWhenSignalChangesGivesTheFormerBack() throws Exception {
		AtomicInteger handled = new AtomicInteger();
		SunMiscSignal.signal(Signal.SIGWINCH, (SignalHandler) (number) -> handled.incrementAndGet());
		this.trigger.listen(WINCH);
		this.trigger.listen(URG);
		assertThat(this.trigger.signal()).isEqualTo(URG);
		raise("WINCH");
		await().until(() -> handled.get() == 1);
		raise("URG");
		await().until(() -> this.published.size() == 1);
		assertThat(this.published.element().head().triggers()).containsExactly("signal URG");
	}

	@Test
	void listenWhenJvmRefusesSignalTellsWhyUntilNobodyAsks() {
		this.trigger.listen(new SignalName("QUIT"));
		assertThat(this.trigger.signal()).isNull();
		assertThat(this.trigger.refusal()).contains("SIGQUIT");
		this.trigger.listen(null);
		assertThat(this.trigger.refusal()).isNull();
	}

	@Test
	void joinWhenConfiguredSignalIsWrongLeavesApplicationOut() {
		ReportingApplication other = application(() -> {
		});
		MockEnvironment environment = new MockEnvironment().withProperty("gmr.signal.name", "KILL");
		assertThatExceptionOfType(InvalidSignalNameException.class)
			.isThrownBy(() -> JvmTriggers.get().join(other, environment, Duration.ZERO));
		ReportEngine.get().leave(this.application);
		assertThat(ReportEngine.get().isEmpty()).isTrue();
	}

	@Test
	void closedWhenItWasTheLastIgnoresTheSignal() throws Exception {
		ReportEngine.get().leave(this.application);
		JvmTriggers triggers = JvmTriggers.get();
		MockEnvironment environment = new MockEnvironment().withProperty("gmr.signal.name", "USR1");
		triggers.join(this.application, environment, Duration.ZERO);
		assertThat(triggers.signal()).contains("USR1");
		raise("USR1");
		await().until(() -> this.published.size() == 1);
		triggers.closing(this.application, new ApplicationCode(List.of()));
		assertThat(triggers.signal()).contains("USR1");
		triggers.closed(this.application, new ApplicationCode(List.of()));
		assertThat(triggers.signal()).isEmpty();
		raise("USR1");
		assertThat(this.published).as("and the process still lives").hasSize(1);
	}

	/**
	 * Send a signal to this process and wait until it was sent.
	 */
	private static void raise(String signal) throws IOException, InterruptedException {
		Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(ProcessHandle.current().pid()))
			.inheritIO()
			.start();
		assertThat(kill.waitFor()).isZero();
	}

	private ReportingApplication application(Work work) {
		RegisteredSection section = new RegisteredSection("work", "Work", () -> {
			work.run();
			return null;
		}, null);
		Duration limit = Duration.ofSeconds(30);
		OutputSettings outlets = new OutputSettings(List.of(new TextReportView()), List.of(),
				new Stderr(Use.NEVER, "text", 1000), 1000, Audience.MASKED);
		return new ReportingApplication("orders", List.of(section), Redaction.withDefaults(),
				new TimeLimits(limit, limit), outlets, (trigger, report) -> this.published.add(report));
	}

	private interface Work {

		void run() throws Exception;

	}

}
