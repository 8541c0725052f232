package io.github.gmr.report;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import io.github.gmr.content.Check;
import io.github.gmr.content.Check.Level;
import io.github.gmr.content.Check.Outcome;
import io.github.gmr.content.Content;
import io.github.gmr.content.Failure;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Finding.Severity;
import io.github.gmr.content.Setting;
import io.github.gmr.content.Setting.Provenance;
import io.github.gmr.content.Setting.Remark;
import io.github.gmr.content.Setting.Remark.Kind;
import io.github.gmr.content.Settings;
import io.github.gmr.content.Text;
import io.github.gmr.content.Threads;
import io.github.gmr.content.Value;
import io.github.gmr.section.ReportSection;
import io.github.gmr.section.SectionTraits;
import io.github.gmr.section.StatedTraits;
import io.github.gmr.section.scope.ReportScope;
import io.github.gmr.worker.Deadline;
import io.github.gmr.worker.WorkerThreads;
import io.github.gmr.worker.Workers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link ReportGenerator} and {@link RegisteredSection}.
 */
@Timeout(60)
class ReportGeneratorTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private static final Duration SHORT = Duration.ofMillis(50);

	private static final TimeLimits PATIENT = new TimeLimits(LONG, LONG);

	private static final TimeLimits IMPATIENT = new TimeLimits(SHORT, LONG);

	private static final SectionTraits FIRST = SectionTraits.at(1).withCollectedFirst();

	private final RegisteredSection fine = section("fine", () -> new Text("fine"));

	private List<ReportFinding> findings = List.of();

	private final CountDownLatch release = new CountDownLatch(1);

	private final WorkerThreads threads = new WorkerThreads();

	private final ReportGenerator generator = new ReportGenerator(this.threads, new Workers(this.threads), () -> {
	});

	@AfterEach
	void free() {
		this.release.countDown();
	}

	@Test
	void generateAsksThreadSectionsFirstAndKeepsPrintingOrder() {
		List<String> asked = Collections.synchronizedList(new ArrayList<>());
		List<RegisteredSection> sections = List.of("package", "threads", "green-threads", "processes", "orders")
			.stream()
			.map((name) -> section(name,
					StatedTraits.of(name.endsWith("threads") ? FIRST : SectionTraits.DEFAULT, () -> {
						asked.add(name);
						return null;
					})))
			.toList();
		Report report = generate(1, PATIENT, sections.toArray(RegisteredSection[]::new));
		assertThat(asked).containsExactly("threads", "green-threads", "package", "processes", "orders");
		assertThat(report.sections()).extracting(SectionReport::name)
			.containsExactly("package", "threads", "green-threads", "processes", "orders");
		assertThat(report.whole()).isTrue();
	}

	@Test
	void generateWhenSectionAnswersKeepsItsContent() {
		SectionReport section = generate(1, PATIENT, this.fine).sections().get(0);
		assertThat(section.status()).isEqualTo(SectionStatus.OK);
		assertThat(section.name()).isEqualTo("fine");
		assertThat(section.title()).isEqualTo("Title of fine");
		assertThat(section.content()).isEqualTo(new Text("fine"));
	}

	@Test
	void generateLetsSectionsShareWhatTheFirstHasSeen() {
		AtomicInteger looks = new AtomicInteger();
		ReportSection looking = StatedTraits
			.scoped((scope) -> Content.of(scope.once(Integer.class, looks::incrementAndGet)));
		Report report = generate(1, PATIENT, section("first", looking), section("second", looking));
		assertThat(report.sections()).extracting(SectionReport::content).containsExactly(new Value(1L), new Value(1L));
		assertThat(generate(2, PATIENT, section("first", looking)).sections()).extracting(SectionReport::content)
			.containsExactly(new Value(2L));
	}

	@Test
	void generateWhenTheFirstLookHangsFailsOthersAtOnce() {
		ReportSection hanging = StatedTraits.scoped((scope) -> Content.of(scope.once(String.class, () -> {
			while (this.release.getCount() > 0) {
				Thread.onSpinWait();
			}
			return "late";
		})));
		ReportSection other = StatedTraits.scoped((scope) -> Content.of(scope.once(String.class, () -> "in time")));
		Report report = generate(1, IMPATIENT, section("threads", hanging), section("web", other));
		assertThat(report.sections()).extracting(SectionReport::status)
			.containsExactly(SectionStatus.TIMED_OUT, SectionStatus.FAILED);
	}

	@Test
	void generateWhenSectionSaysNothingHasNoContent() {
		SectionReport section = generate(1, PATIENT, section("silent", () -> null)).sections().get(0);
		assertThat(section.status()).isEqualTo(SectionStatus.OK);
		assertThat(section.content()).isNull();
	}

	@ParameterizedTest
	@ValueSource(classes = { IOException.class, IllegalStateException.class, NoClassDefFoundError.class,
			AssertionError.class, ExceptionInInitializerError.class, InterruptedException.class })
	void generateWhenSectionFailsTellsFailureAndKeepsOthers(Class<? extends Throwable> type) {
		Report report = generate(1, PATIENT, section("failing", () -> sneakyThrow(type)), this.fine);
		assertFailed(report, type);
	}

	@Test
	void generateWhenSectionOverflowsStackTellsFailureAndKeepsOthers() {
		Report report = generate(1, PATIENT, section("endless", ReportGeneratorTests::endless), this.fine);
		assertFailed(report, StackOverflowError.class);
	}

	@Test
	void generateWhenSectionRunsOutOfMemoryTellsFailureAndKeepsOthers() {
		Report report = generate(1, PATIENT,
				section("greedy", () -> Content.of(new long[Integer.MAX_VALUE - 8].length)), this.fine);
		assertFailed(report, OutOfMemoryError.class);
	}

	@Test
	void generateWhenExceptionIsBrokenTellsItsClass() {
		Report report = generate(1, PATIENT, section("broken", () -> {
			throw new BrokenException();
		}), this.fine);
		assertFailed(report, BrokenException.class);
	}

	@Test
	void generateWhenSectionHangsTellsWhereAndKeepsOthers() {
		Report report = generate(1, IMPATIENT, section("hanging", this::hang), this.fine);
		SectionReport hanging = report.sections().get(0);
		assertThat(hanging.status()).isEqualTo(SectionStatus.TIMED_OUT);
		assertThat(hanging.duration()).isGreaterThanOrEqualTo(SHORT);
		assertThat(hanging.content()).isInstanceOfSatisfying(Failure.class, (failure) -> {
			assertThat(failure.error()).isEqualTo("timed out");
			assertThat(failure.message()).isEqualTo("no answer within 50 ms");
			assertThat(failure.stack()).anyMatch((frame) -> frame.contains("ReportGeneratorTests.hang"));
		});
		assertThat(report.sections().get(1).status()).isEqualTo(SectionStatus.OK);
	}

	@Test
	void generateWhenSectionHangsKeepsWhatItHasSaidAndItsFindings() {
		Finding finding = Content.critical("no connection left").id("no-connection");
		Report report = generate(1, IMPATIENT, section("hanging", () -> Content.fields((fields) -> {
			fields.add("depth", 3).add(finding);
			fields.add("broker", (broker) -> {
				broker.add("url", "localhost");
				hang();
			});
		})));
		SectionReport section = report.sections().get(0);
		assertThat(section.status()).isEqualTo(SectionStatus.TIMED_OUT);
		assertThat(section.content()).isInstanceOfSatisfying(Fields.class, (fields) -> {
			assertThat(fields.values()).containsOnlyKeys("depth", "finding", "broker", SectionReport.REST);
			assertThat(((Fields) fields.values().get("broker")).values()).containsOnlyKeys("url");
			assertThat(((Failure) fields.values().get(SectionReport.REST)).stack())
				.anyMatch((frame) -> frame.contains("ReportGeneratorTests.hang"));
		});
		assertThat(report.findings()).extracting(ReportFinding::finding)
			.containsExactly(finding, lost("hanging", "is incomplete", "timed out: no answer within 50 ms").finding());
	}

	@Test
	void generateWhenSectionHangsAfterItsFieldsKeepsThem() {
		Report report = generate(1, IMPATIENT, section("hanging", () -> {
			Content.fields((fields) -> fields.add("depth", 3));
			return hang();
		}));
		assertSaid(report, "depth");
	}

	@RepeatedTest(5)
	void generateWhenHangingSectionObeysItsInterruptKeepsWhatItHasSaid() {
		Report report = generate(1, new TimeLimits(Duration.ofMillis(500), LONG),
				section("sleeping", () -> Content.fields((fields) -> {
					fields.add("depth", 3);
					fields.add("broker", (broker) -> {
						broker.add("url", "localhost");
						sleep();
					});
				})));
		assertThat(report.sections().get(0).status()).isEqualTo(SectionStatus.TIMED_OUT);
		assertSaid(report, "depth", "broker");
	}

	@Test
	void generateWhenSectionFailsKeepsWhatItHasSaidAndItsFindings() {
		Finding finding = Content.critical("no connection left").id("no-connection");
		Report report = generate(1, PATIENT, section("failing", () -> Content.fields((fields) -> {
			fields.add(finding);
			fields.add("broker", (broker) -> {
				broker.add("url", "localhost");
				throw new IllegalStateException("no broker");
			});
		})));
		assertThat(report.sections().get(0).status()).isEqualTo(SectionStatus.FAILED);
		assertSaid(report, "finding", "broker");
		assertThat(report.findings()).extracting(ReportFinding::finding).contains(finding);
	}

	private static void assertSaid(Report report, String... names) {
		assertThat(report.sections().get(0).content()).isInstanceOfSatisfying(Fields.class, (fields) -> {
			assertThat(fields.values().keySet()).contains(SectionReport.REST).contains(names);
			assertThat(fields.values().get(SectionReport.REST)).isInstanceOf(Failure.class);
		});
	}

	private static void sleep() {
		try {
			Thread.sleep(Long.MAX_VALUE);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void generateWhenSectionHasLimitOfItsOwnUsesThat() {
		ReportSection hanging = StatedTraits.of(SectionTraits.at(1).withTimeLimit((common) -> SHORT), this::hang);
		Report report = generate(1, PATIENT, section("hanging", hanging), this.fine);
		assertThat(report.sections()).extracting(SectionReport::status)
			.containsExactly(SectionStatus.TIMED_OUT, SectionStatus.OK);
	}

	@Test
	void generateWhenSectionStillRunsSkipsItUntilItComesBack() {
		RegisteredSection section = section("hanging", this::hang);
		generate(7, IMPATIENT, section);
		Report second = generate(8, IMPATIENT, section.as("hanging", "Renamed"), this.fine);
		assertSkipped(second.sections().get(0), "skipped: still running since report 7");
		assertThat(second.sections().get(1).status()).isEqualTo(SectionStatus.OK);
		this.release.countDown();
		await().untilAsserted(() -> assertThat(generate(9, PATIENT, section).sections().get(0).content())
			.isEqualTo(new Text("released")));
	}

	@Test
	void generateWhenSectionStillRunsSinceWarmUpSkipsIt() {
		RegisteredSection section = section("hanging", this::hang);
		generate(0, IMPATIENT, section);
		assertSkipped(generate(1, IMPATIENT, section).sections().get(0), "skipped: still running since the warm-up");
	}

	@Test
	void generateWhenSectionNeverBeganIsNotTakenForStuck() {
		TimeLimits none = new TimeLimits(Duration.ZERO, LONG);
		for (int i = 1; i <= 5000; i++) {
			generate(i, none, this.fine);
		}
		await().untilAsserted(() -> assertThat(generate(5001, PATIENT, this.fine).sections().get(0).status())
			.isEqualTo(SectionStatus.OK));
	}

	@Test
	void generateWhenReportTakesTooLongSkipsTheRest() {
		TimeLimits limits = new TimeLimits(LONG, SHORT);
		Report report = generate(1, limits, section("hanging", this::hang), this.fine);
		assertThat(report.sections().get(0).status()).isEqualTo(SectionStatus.TIMED_OUT);
		assertSkipped(report.sections().get(1), "skipped: the report's time limit of 50 ms was used up");
		assertThat(report.duration()).isBetween(SHORT, LONG);
	}

	@Test
	void generateWhenManySectionsHangSkipsOthersButThreadsAndWorksAgainLater() {
		RegisteredSection[] stuck = new RegisteredSection[40];
		for (int i = 0; i < stuck.length; i++) {
			stuck[i] = section("stuck-" + i, this::hang);
		}
		generate(1, IMPATIENT, stuck);
		RegisteredSection threads = section("threads", StatedTraits.of(FIRST, () -> new Text("threads")));
		List<SectionReport> sections = generate(2, PATIENT, threads, this.fine).sections();
		assertThat(sections.get(0).status()).isEqualTo(SectionStatus.OK);
		assertSkipped(sections.get(1), "skipped: too many sections hang");
		this.release.countDown();
		await().untilAsserted(() -> assertThat(generate(3, PATIENT, this.fine).sections().get(0).status())
			.isEqualTo(SectionStatus.OK));
	}

	@Test
	void generateWhenExceptionDoesNotComeToItsMessageTimesOut() {
		RegisteredSection section = section("speechless", () -> {
			throw new IllegalStateException() {

				@Override
				public String getMessage() {
					hang();
					return "never";
				}

			};
		});
		assertThat(generate(1, IMPATIENT, section).sections().get(0).status()).isEqualTo(SectionStatus.TIMED_OUT);
	}

	@Test
	void generateGathersFindingsWhereverTheyStandTheWorstFirst() {
		Finding info = Content.info("a");
		Finding nested = Content.warning("b");
		Finding item = Content.critical("c");
		Finding summary = Content.warning("d");
		Report report = generate(1, PATIENT, section("alone", () -> info),
				section("nested",
						() -> Content.fields((fields) -> fields.add("list", Content.items(List.of("x", item)))
							.add("map", Map.of("deep", nested)))),
				section("threads", () -> new Threads(Threads.Kind.PLATFORM, "vm",
						Content.fields((fields) -> fields.add(summary)), List.of(), 0)));
		assertThat(report.findings()).containsExactly(new ReportFinding(item, "Title of nested"),
				new ReportFinding(nested, "Title of nested"), new ReportFinding(summary, "Title of threads"),
				new ReportFinding(info, "Title of alone"));
	}

	@Test
	void generateWhenThereAreOtherFindingsSortsThemAmongThoseOfSections() {
		Finding info = Content.info("a");
		ReportFinding lost = new ReportFinding(Content.warning("lost"), "Findings");
		this.findings = List.of(lost);
		assertThat(generate(1, PATIENT, section("alone", () -> info)).findings()).containsExactly(lost,
				new ReportFinding(info, "Title of alone"));
	}

	@Test
	void generateCompletesTheSettingsBehindFindings() {
		Setting limit = Setting.of("shop.queueLimit", "10", new Provenance("application.properties", "3:1", 0));
		Finding finding = Content.warning("57 orders wait").setting("shop.queue-limit").setting("shop.workers");
		Report report = generate(1, PATIENT, section("queue", () -> finding),
				section("configuration", () -> new Settings(List.of(limit))));
		assertThat(report.findings().get(0).finding().details().settings()).containsExactly(limit,
				new Setting("shop", "shop.workers", null, null, false, List.of(), new Remark(Kind.UNSET, null)));
	}

	@Test
	void generateWhenNoSectionShowsSettingsDoesNotSayThatTheyAreNotSet() {
		Report report = generate(1, PATIENT, section("queue", () -> Content.warning("late").setting("shop.workers")));
		assertThat(report.findings().get(0).finding().details().settings())
			.containsExactly(Setting.of("shop.workers", null, null));
	}

	@Test
	void generateTellsWhatWasLookedFor() {
		Check check = new Check("queue-full");
		Report report = generate(1, PATIENT,
				section("one",
						() -> Content.fields((fields) -> fields.add(check.of(null, Level.of(7, 10, "orders")))
							.add(check.of(null, Level.of(9, 10, "orders")))
							.check(new Check("broken"), () -> {
								throw new IllegalStateException("no broker");
							}))),
				section("two", () -> Content.fields(
						(fields) -> fields.add("nested", (nested) -> nested.add(check.of(Content.warning("full")))))));
		assertThat(report.coverage().checks()).containsExactly(
				new CheckReport("section-missing", "Findings", Outcome.FINE, null, null),
				new CheckReport("queue-full", "Title of one", Outcome.FINE, Level.of(9, 10, "orders"), null),
				new CheckReport("broken", "Title of one", Outcome.NOT_POSSIBLE, null,
						"java.lang.IllegalStateException: no broker"),
				new CheckReport("queue-full", "Title of two", Outcome.RAISED, null, null));
		assertThat(report.coverage().words())
			.isEqualTo("3 made, 1 raised, 1 not possible here (broken: java.lang.IllegalStateException: no broker)");
		assertThat(report.findings()).extracting((found) -> found.finding().id()).containsExactly("queue-full");
	}

	@Test
	void generateWhenSectionHangsSaysThatItsChecksWereNotPossible() {
		Check made = new Check("made");
		SectionTraits traits = SectionTraits.at(1).withChecks(made, new Check("missed"));
		Report report = generate(1, IMPATIENT,
				section("slow", StatedTraits.of(traits, () -> Content.fields((fields) -> {
					fields.add(made.fine());
					hang();
				}))));
		assertThat(report.coverage().checks()).extracting(CheckReport::id, CheckReport::outcome, CheckReport::reason)
			.containsExactly(tuple("section-missing", Outcome.RAISED, null), tuple("made", Outcome.FINE, null),
					tuple("missed", Outcome.NOT_POSSIBLE, "Title of slow timed-out"));
	}

	@Test
	void generateWhenAllSectionsAnswerHasNoFinding() {
		assertThat(generate(1, PATIENT, this.fine, section("silent", () -> null)).findings()).isEmpty();
	}

	@Test
	void generateWhenSectionFailsRaisesFinding() {
		Report report = generate(1, PATIENT, section("failing", () -> {
			throw new IllegalStateException("no broker");
		}), this.fine);
		assertThat(report.findings()).containsExactly(missing("failing", "java.lang.IllegalStateException: no broker"));
	}

	@Test
	void generateWhenSectionHangsRaisesFindingInThisReportAndTheNext() {
		RegisteredSection section = section("hanging", this::hang);
		assertThat(generate(1, IMPATIENT, section).findings())
			.containsExactly(missing("hanging", "timed out: no answer within 50 ms"));
		assertThat(generate(2, IMPATIENT, section).findings())
			.containsExactly(missing("hanging", "skipped: still running since report 1"));
	}

	@Test
	void generateRunsSectionWithItsClassLoader() throws Exception {
		try (URLClassLoader application = new URLClassLoader(new URL[0])) {
			AtomicReference<ClassLoader> seen = new AtomicReference<>();
			AtomicReference<ClassLoader> seenNext = new AtomicReference<>(application);
			generate(1, PATIENT, new RegisteredSection("a", "A", () -> {
				seen.set(Thread.currentThread().getContextClassLoader());
				return null;
			}, application), new RegisteredSection("b", "B", () -> {
				seenNext.set(Thread.currentThread().getContextClassLoader());
				return null;
			}, null));
			assertThat(seen).hasValue(application);
			assertThat(seenNext).hasNullValue();
		}
	}

	@Test
	void generateWhenWorseFollowsFromFindingMakesItAsBad() {
		Report report = generate(1, PATIENT, section("disk", () -> Content.warning("the disk is full")),
				section("threads", () -> Content.warning("ten threads stand still").threads(List.of(1L, 2L))),
				section("pool",
						() -> Content.critical("the pool is exhausted").threads(List.of(7L)).holders(List.of(1L, 2L))));
		assertThat(report.findings())
			.extracting((found) -> found.finding().severity(), (found) -> found.finding().summary(),
					(found) -> found.consequences().size())
			.containsExactly(tuple(Severity.CRITICAL, "ten threads stand still", 1),
					tuple(Severity.WARNING, "the disk is full", 0));
	}

	private Report generate(long sequence, TimeLimits limits, RegisteredSection... sections) {
		ReportHead head = new ReportHead(sequence, Instant.EPOCH, List.of("test"), 0,
				new ReportedProcess(1, "host", "app"));
		return this.generator.generate(
				new ReportProgress(head, List.of(sections), this.findings, Deadline.in(limits.report())),
				new ReportScope(), limits);
	}

	private static RegisteredSection section(String name, ReportSection section) {
		return new RegisteredSection(name, "Title of " + name, section, null);
	}

	private static void assertFailed(Report report, Class<? extends Throwable> type) {
		SectionReport failed = report.sections().get(0);
		assertThat(failed.status()).isEqualTo(SectionStatus.FAILED);
		assertThat(failed.content()).isInstanceOfSatisfying(Failure.class,
				(failure) -> assertThat(failure.error()).isEqualTo(type.getName()));
		assertThat(report.sections().get(1).content()).isEqualTo(new Text("fine"));
	}

	private static void assertSkipped(SectionReport section, String reason) {
		assertThat(section.status()).isEqualTo(SectionStatus.SKIPPED);
		assertThat(section.content()).isEqualTo(new Text(reason));
	}

	private static ReportFinding missing(String name, String reason) {
		return lost(name, "is missing", reason);
	}

	private static ReportFinding lost(String name, String what, String reason) {
		String title = "Title of " + name;
		return new ReportFinding(Content.warning("%s %s: %s", title, what, reason)
			.id("section-missing")
			.subject("section " + title)
			.next(title), title);
	}

	/**
	 * Hang until the test ends, whoever interrupts.
	 */
	private Content hang() {
		while (this.release.getCount() > 0) {
			try {
				this.release.await();
			}
			catch (InterruptedException ex) {
				// Hangs all the same
			}
		}
		return new Text("released");
	}

	private static Content endless() {
		return Content.of(endless());
	}

	@SuppressWarnings("unchecked")
	private static <T extends Throwable> Content sneakyThrow(Class<? extends Throwable> type) throws T {
		try {
			throw (T) type.getDeclaredConstructor().newInstance();
		}
		catch (ReflectiveOperationException ex) {
			throw new AssertionError(ex);
		}
	}

	/**
	 * Fails to tell anything about itself.
	 */
	private static final class BrokenException extends RuntimeException {

		@Override
		public String getMessage() {
			throw new IllegalStateException("no message");
		}

		@Override
		public Throwable getCause() {
			throw new IllegalStateException("no cause");
		}

		@Override
		public StackTraceElement[] getStackTrace() {
			throw new IllegalStateException("no stack");
		}

	}

}
