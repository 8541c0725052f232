package io.github.gmr.section.health;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

import io.github.gmr.content.Check;
import io.github.gmr.content.Content;
import io.github.gmr.content.Failure;
import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.content.Finding;
import io.github.gmr.section.BuiltInSection;
import io.github.gmr.section.ReportSection;
import io.github.gmr.section.SectionTraits;
import io.github.gmr.section.bean.Subjects;
import io.github.gmr.worker.Outcome;
import io.github.gmr.worker.Outcome.Busy;
import io.github.gmr.worker.Outcome.Done;
import io.github.gmr.worker.Outcome.Failed;
import io.github.gmr.worker.Outcome.TimedOut;
import io.github.gmr.worker.Workers;
import org.jspecify.annotations.Nullable;

/**
 * Shows what the health checks of the application say, how long each took, and which one
 * does not answer.
 *
 * <pre>
 * db =
 *   status = UP
 *   took = 2 ms
 * broker = timed out: no answer within 500 ms
 *   ...
 * finding = CRITICAL: The health check broker does not answer
 * </pre>
 *
 * The checks run one after another. Each has a time limit of its own; when two do not
 * answer the others are not asked, so that they do not use up the threads of the report.
 */
public final class HealthSection implements BuiltInSection {

	/**
	 * How many checks that do not answer are waited for.
	 */
	public static final int MAX_HANGING = 2;

	private static final String TITLE = "Health";

	private static final Check DOWN = new Check("health-check-down");

	private final HealthCheck all;

	private final Duration limit;

	private final Workers workers;

	/**
	 * Checks are made anew for each report.
	 */
	private final Subjects subjects = new Subjects();

	/**
	 * Create the section.
	 * @param checks the checks
	 * @param limit how long to wait for each
	 * @param workers run them
	 */
	public HealthSection(Callable<List<HealthCheck>> checks, Duration limit, Workers workers) {
		this.all = HealthCheck.of("health checks", checks);
		this.limit = limit;
		this.workers = workers;
	}

	@Override
	public SectionTraits traits() {
		return SectionTraits.at(1500)
			.withChecks(DOWN)
			.withTimeLimit((common) -> common.plus(this.limit.multipliedBy(MAX_HANGING)));
	}

	/**
	 * Health checks may be slow, and what they ask may be far away.
	 */
	@Override
	public ReportSection forWarmUp() {
		return () -> null;
	}

	@Override
	public String title() {
		return TITLE;
	}

	@Override
	public Content content() {
		return Content.fields((fields) -> add(fields, this.all));
	}

	private void add(FieldsBuilder fields, HealthCheck check) {
		Object subject = this.subjects.of(check.name());
		boolean waits = !this.workers.isBusy(subject);
		if (waits && (Thread.currentThread().isInterrupted() || hanging() >= MAX_HANGING)) {
			fields.add(check.name(), "not asked");
			fields.add(DOWN.notPossible(check.name() + " was not asked"));
		}
		else {
			ask(fields, check, subject);
		}
	}

	private void ask(FieldsBuilder fields, HealthCheck check, Object subject) {
		Outcome<Answer> outcome = this.workers.attempt(subject, () -> Answer.of(check), this.limit);
		if (outcome instanceof Done<Answer> done) {
			addAnswer(fields, check.name(), done.value());
		}
		else if (outcome instanceof Failed<Answer> failed) {
			Failure failure = failed.failure();
			fields.add(check.name(), failure);
			addDown(fields, check.name(),
					Content.critical("The health check %s fails: %s", check.name(), failure.asText()));
		}
		else if (outcome instanceof TimedOut<Answer> timedOut) {
			addHanging(fields, check.name(), Failure.timedOut(timedOut.limit(), timedOut.stack()));
		}
		else if (outcome instanceof Busy<Answer> busy) {
			addHanging(fields, check.name(), Failure.at("still running", "asked by an earlier report", busy.stack()));
		}
		else {
			fields.add(check.name(), "not asked: " + outcome.reason());
			fields.add(DOWN.notPossible(check.name() + " was not asked: " + outcome.reason()));
		}
	}

	private void addAnswer(FieldsBuilder fields, String name, Answer answer) {
		if (answer.result() instanceof HealthOutcome outcome) {
			addOutcome(fields, name, outcome, answer);
		}
		else if (answer.result() instanceof HealthCheck.Parts parts) {
			parts.checks().forEach((check) -> add(fields, check));
		}
	}

	private static void addOutcome(FieldsBuilder fields, String name, HealthOutcome outcome, Answer answer) {
		fields.add(name, (nested) -> {
			nested.add("status", outcome.status()).add("took", answer.took());
			if (answer.details() != null) {
				nested.add("details", answer.details());
			}
		});
		if (outcome.isDown()) {
			addDown(fields, name, Content.critical("The health check %s says %s", name, outcome.status()));
		}
	}

	private static void addHanging(FieldsBuilder fields, String name, Failure failure) {
		fields.add(name, failure);
		addDown(fields, name, Content.critical("The health check %s does not answer: %s", name, failure.message()));
	}

	private static void addDown(FieldsBuilder fields, String name, Finding finding) {
		fields.add(DOWN.of(finding.subject("health check " + name).next(TITLE, name)));
	}

	private long hanging() {
		return this.subjects.all().stream().filter(this.workers::isBusy).count();
	}

	/**
	 * What a check has answered, with all that takes its own code in words.
	 *
	 * @param result what it has answered
	 * @param details what else it says, {@code null} if it says nothing
	 * @param took how long it took
	 */
	private record Answer(HealthCheck.Result result, @Nullable Content details, Duration took) {

		static Answer of(HealthCheck check) throws Exception {
			long start = System.nanoTime();
			HealthCheck.Result result = check.check();
			Duration took = Duration.ofNanos(System.nanoTime() - start);
			Content details = (result instanceof HealthOutcome outcome && !outcome.details().isEmpty())
					? Content.of(outcome.details()) : null;
			return new Answer(result, details, took);
		}

	}

}
