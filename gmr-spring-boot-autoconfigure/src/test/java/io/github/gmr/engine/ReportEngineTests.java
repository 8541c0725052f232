package io.github.gmr.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

import io.github.gmr.GuruMeditation;
import io.github.gmr.Publication;
import io.github.gmr.Publication.Delivery;
import io.github.gmr.ReportUnavailableException;
import io.github.gmr.content.Content;
import io.github.gmr.content.Failure;
import io.github.gmr.redact.Audience;
import io.github.gmr.redact.RedactedReport;
import io.github.gmr.report.SectionReport;
import io.github.gmr.report.SectionStatus;
import io.github.gmr.section.BuiltInSection;
import io.github.gmr.section.ReportSection;
import io.github.gmr.section.SectionTraits;
import io.github.gmr.section.StatedTraits;
import io.github.gmr.sink.RecordedStderr;
import io.github.gmr.view.text.TextReportView;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ReportEngine} and {@link GuruMeditation}.
 */
@Timeout(60)
class ReportEngineTests {

	private static final ReportRequest REQUEST = ReportRequest.of("test", "the test");

	private final RecordedStderr stderr = new RecordedStderr();

	private final ReportEngine engine = new ReportEngine(this.stderr.sink());

	private final GuruMeditation guru = this.engine.guruMeditation(Audience.MASKED);

	@Test
	void generateWhenNoApplicationRunsIsUnavailable() {
		assertThat(this.engine.isEmpty()).isTrue();
		assertThatExceptionOfType(ReportUnavailableException.class).isThrownBy(this::generate)
			.withMessage("no application is running");
	}

	@Test
	void generateTellsAllSectionsOfThoseWhoJoined() {
		ReportingApplication orders = new SampleApplication("orders").sections("queue").application();
		ReportingApplication billing = new SampleApplication("billing").sections("invoices").application();
		this.engine.join(orders);
		this.engine.join(billing);
		assertThat(names(generate())).containsExactly("queue", "invoices");
		this.engine.leave(orders);
		assertThat(names(generate())).containsExactly("invoices");
		assertThat(this.engine.isEmpty()).isFalse();
		this.engine.leave(billing);
		assertThat(this.engine.isEmpty()).isTrue();
	}

	@Test
	void generateTellsWhoAskedAndWhatRuns() {
		join(new SampleApplication("orders").sections("queue"));
		RedactedReport report = generate();
		assertThat(report.isWhole()).isTrue();
		assertThat(report.head().triggers()).containsExactly("the test");
		assertThat(report.head().merged()).isZero();
		assertThat(report.head().process().pid()).isEqualTo(ProcessHandle.current().pid());
		assertThat(report.head().process().application()).isEqualTo("orders");
		assertThat(report.head().process().host()).isNotBlank().doesNotContain("\n");
	}

	@Test
	void generateNumbersReports() {
		join(new SampleApplication("orders").sections("queue"));
		assertThat(generate().head().sequence()).isEqualTo(1);
		assertThat(alone("queue").orElseThrow().head().sequence()).isEqualTo(2);
		assertThat(this.guru.publish("because").sequence()).isEqualTo(3);
		assertThat(this.guru.generate().head().sequence()).isEqualTo(4);
	}

	@Test
	void generateWhenApplicationStartsTellsWhatIsKnownUntilItJoins() {
		this.engine.joinWithoutContext(this, new SampleApplication("starting").sections("package").application());
		assertThat(this.engine.isEmpty()).isFalse();
		assertThat(names(generate())).containsExactly("package");
		join(new SampleApplication("ready").sections("queue"));
		this.engine.leaveWithoutContext(this);
		assertThat(names(generate())).containsExactly("queue");
	}

	@Test
	void joinWithoutContextWhenStartFailedLeavesNobody() {
		this.engine.joinWithoutContext(this, new SampleApplication("starting").sections("package").application());
		this.engine.leaveWithoutContext(this);
		assertThat(this.engine.isEmpty()).isTrue();
	}

	@Test
	void sectionNamesBeginWithFindingsAndFollowPrintingOrder() {
		join(new SampleApplication("orders").sections("queue").aboutJvm(1, "threads"));
		assertThat(this.engine.sectionNames()).containsExactly("findings", "threads", "queue");
	}

	@Test
	void generateWhenOneSectionIsAskedForAsksNoOther() {
		List<String> asked = Collections.synchronizedList(new ArrayList<>());
		join(new SampleApplication("orders").section("other", () -> {
			asked.add("other");
			return null;
		}).sections("queue"));
		RedactedReport report = alone("queue").orElseThrow();
		assertThat(report.isWhole()).isFalse();
		assertThat(report.sections()).extracting(SectionReport::content)
			.containsExactly(Content.text("queue of orders"));
		assertThat(asked).isEmpty();
	}

	@Test
	void generateWhenSectionIsUnknownIsEmpty() {
		join(new SampleApplication("orders").sections("queue"));
		assertThat(alone("unknown")).isEmpty();
		assertThat(generate().head().sequence()).as("took no number").isEqualTo(1);
	}

	@Test
	void generateWhenFindingsAreAskedForTellsThoseOfAllSections() {
		join(new SampleApplication("orders").section("queue", () -> Content.warning("full"))
			.section("pool", () -> Content.critical("empty")));
		RedactedReport report = alone("findings").orElseThrow();
		assertThat(report.isWhole()).isFalse();
		assertThat(report.findings()).extracting((found) -> found.finding().summary()).containsExactly("empty", "full");
		assertThat(report.sections()).extracting(SectionReport::name).containsExactly("findings");
	}

	@Test
	void publishWritesReportToStderr() {
		join(new SampleApplication("orders").sections("queue"));
		this.guru.publish("because");
		assertThat(this.stderr.written()).isEqualTo("report 1: queue;");
	}

	@Test
	void publishWhenThereIsCauseMakesItTheFirstSection() {
		List<SectionReport> seen = new ArrayList<>();
		join(new SampleApplication("orders").sections("package").listener((trigger, report) -> {
			assertThat(trigger).isEqualTo("api");
			seen.addAll(report.sections());
		}));
		this.guru.publish("because", new IllegalStateException("broken"));
		assertThat(this.stderr.written()).isEqualTo("report 1: cause, package;");
		assertThat(seen.get(0).title()).isEqualTo("Cause");
		assertThat(seen.get(0).content()).isInstanceOfSatisfying(Failure.class, (failure) -> {
			assertThat(failure.error()).isEqualTo("java.lang.IllegalStateException");
			assertThat(failure.message()).isEqualTo("broken");
		});
	}

	@Test
	void publishWhenRequestsAreMergedTellsAllReasonsAndCausesOnce() {
		AtomicReference<RedactedReport> seen = new AtomicReference<>();
		join(new SampleApplication("orders").listener((trigger, report) -> seen.set(report)));
		this.engine.publish(List.of(new ReportRequest("signal", "signal USR1", 3, null),
				new ReportRequest("api", "a", 1, new IllegalStateException()),
				new ReportRequest("api", "a", 1, new IllegalArgumentException())));
		assertThat(seen.get().head().triggers()).containsExactly("signal USR1", "a");
		assertThat(seen.get().head().merged()).isEqualTo(4);
		assertThat(names(seen.get())).containsExactly("cause", "cause-2");
	}

	@Test
	void generateWhenAskedByASectionFailsThatSectionOnly() {
		join(new SampleApplication("orders").section("asking", () -> Content.text(this.guru.generate().toString()))
			.section("publishing", () -> Content.text(this.guru.publish("section").toString()))
			.section("alone", () -> Content.text(alone("queue").toString()))
			.sections("queue"));
		RedactedReport report = generate();
		assertThat(report.sections()).extracting(SectionReport::status)
			.containsExactly(SectionStatus.FAILED, SectionStatus.FAILED, SectionStatus.FAILED, SectionStatus.OK);
		assertThat(report.sections().subList(0, 3)).allSatisfy(
				(section) -> assertThat(((Failure) section.content()).message()).contains("A section cannot ask for"));
	}

	@Test
	void generateWhenMoreAskThanThereAreWorkersGivesAllTheSame() {
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch release = new CountDownLatch(1);
		join(new SampleApplication("orders").section("slow", () -> {
			begun.countDown();
			release.await();
			return null;
		}));
		List<CompletableFuture<RedactedReport>> asked = new ArrayList<>();
		Thread[] callers = new Thread[20];
		for (int i = 0; i < callers.length; i++) {
			CompletableFuture<RedactedReport> answer = new CompletableFuture<>();
			asked.add(answer);
			callers[i] = new Thread(() -> answer.complete(generate()));
			callers[i].setDaemon(true);
			callers[i].start();
			if (i == 0) {
				await(begun);
			}
		}
		Awaitility.await()
			.until(() -> List.of(callers)
				.stream()
				.allMatch((caller) -> caller.getState() == Thread.State.TIMED_WAITING));
		release.countDown();
		RedactedReport shared = asked.get(1).join();
		assertThat(asked.get(0).join().head().sequence()).isEqualTo(1);
		assertThat(asked.subList(1, 20)).allSatisfy((answer) -> assertThat(answer.join()).isSameAs(shared));
		assertThat(shared.head().merged()).isEqualTo(18);
	}

	@Test
	void generateWhenReportTakesTooLongIsUnavailable() {
		CountDownLatch release = new CountDownLatch(1);
		CountDownLatch begun = new CountDownLatch(1);
		Duration none = Duration.ofMillis(1);
		ReportingApplication patient = new SampleApplication("orders").section("slow", () -> {
			begun.countDown();
			release.await();
			return null;
		}).application();
		this.engine.join(patient);
		CompletableFuture<RedactedReport> first = new CompletableFuture<>();
		Thread caller = new Thread(() -> first.complete(generate()));
		caller.start();
		await(begun);
		this.engine.leave(patient);
		join(new SampleApplication("impatient").limits(none, none));
		assertThatExceptionOfType(ReportUnavailableException.class).isThrownBy(this::generate);
		release.countDown();
		assertThat(first.join().head().sequence()).isEqualTo(1);
	}

	@Test
	void publishWhenSectionIsSlowWritesFindingsWithoutIt() {
		CountDownLatch release = new CountDownLatch(1);
		join(new SampleApplication("orders").view(new TextReportView())
			.section("queue", () -> Content.warning("3 orders wait"))
			.section("slow", () -> {
				release.await();
				return Content.critical("the broker is down");
			}));
		CompletableFuture<Publication> publication = CompletableFuture.supplyAsync(() -> this.guru.publish("because"));
		Awaitility.await().until(() -> this.stderr.written().contains("not known yet = Title of slow"));
		String opening = this.stderr.written();
		assertThat(opening).contains("trigger = because\n", "WARNING: 3 orders wait (see Title of queue)\n")
			.endsWith(" (see Later Findings)\n")
			.doesNotContain("broker", "End of Guru Meditation");
		release.countDown();
		assertThat(publication.join().deliveries()).allMatch(Delivery::isSuccess);
		assertThat(this.stderr.written()).startsWith(opening);
		String rest = this.stderr.written().substring(opening.length());
		assertThat(rest).startsWith("=====")
			.contains("Later Findings", "CRITICAL: the broker is down (see Title of slow)\n", "\nduration = ")
			.contains("End of Guru Meditation")
			.doesNotContain("3 orders wait (see", "application = ");
	}

	@Test
	void publishWhenAllSectionsAnswerWritesFindingsFirst() {
		join(new SampleApplication("orders").view(new TextReportView())
			.section("queue", () -> Content.fields((fields) -> fields.add("depth", 3).add(Content.info("calm")))));
		this.guru.publish("because");
		assertThat(this.stderr.writes()).hasSize(2)
			.first()
			.asString()
			.contains("INFO: calm (see Title of queue)\n")
			.doesNotContain("not known yet", "depth");
		assertThat(this.stderr.written()).contains("depth = 3", "End of Guru Meditation")
			.doesNotContain("Later Findings");
	}

	@Test
	void tellWhenListenerFailsDoesNotCostTheReport() {
		List<String> told = new ArrayList<>();
		join(new SampleApplication("orders").sections("queue").listener((trigger, report) -> {
			throw new IllegalStateException("listener");
		}));
		join(new SampleApplication("billing").listener((trigger, report) -> told.add(trigger)));
		assertThat(names(generate())).containsExactly("queue");
		assertThat(told).containsExactly("test");
	}

	@Test
	void warmUpAsksBuiltInSectionsOnlyAndTakesNoNumber() {
		List<String> asked = Collections.synchronizedList(new ArrayList<>());
		SampleApplication application = new SampleApplication("orders");
		application.section("threads", StatedTraits.of(SectionTraits.at(1), () -> {
			asked.add("threads");
			return null;
		}));
		application.section("queue", () -> {
			asked.add("queue");
			return null;
		});
		application.listener((trigger, report) -> asked.add("listener"));
		join(application);
		this.engine.warmUp().forEach(Runnable::run);
		assertThat(asked).containsExactly("threads");
		assertThat(generate().head().sequence()).isEqualTo(1);
		assertThat(this.stderr.written()).isEmpty();
	}

	@Test
	void warmUpAsksWhatSectionsGiveForIt() {
		List<String> asked = Collections.synchronizedList(new ArrayList<>());
		join(new SampleApplication("orders").section("slow", new BuiltInSection() {

			@Override
			public SectionTraits traits() {
				return SectionTraits.at(1);
			}

			@Override
			public ReportSection forWarmUp() {
				return () -> Content.of(asked.add("quick"));
			}

			@Override
			public Content content() {
				return Content.of(asked.add("slow"));
			}

		}));
		this.engine.warmUp().forEach(Runnable::run);
		assertThat(asked).containsExactly("quick");
		generate();
		assertThat(asked).containsExactly("quick", "slow");
	}

	private void join(SampleApplication application) {
		this.engine.join(application.application());
	}

	private RedactedReport generate() {
		return this.engine.generate(REQUEST, Audience.MASKED);
	}

	private Optional<RedactedReport> alone(String name) {
		return this.engine.generate(name, REQUEST, Audience.MASKED);
	}

	private static List<String> names(RedactedReport report) {
		return report.sections().stream().map(SectionReport::name).toList();
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
