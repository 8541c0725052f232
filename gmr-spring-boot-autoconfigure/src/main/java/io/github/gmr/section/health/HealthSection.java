package io.github.gmr.section.health;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.github.gmr.content.Content;
import io.github.gmr.content.Failure;
import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.section.BuiltInSection;
import io.github.gmr.section.ReportSection;
import io.github.gmr.section.SectionTraits;
import io.github.gmr.worker.Outcome;
import io.github.gmr.worker.Outcome.Busy;
import io.github.gmr.worker.Outcome.Done;
import io.github.gmr.worker.Outcome.Failed;
import io.github.gmr.worker.Outcome.TimedOut;
import io.github.gmr.worker.Workers;

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

	private final Supplier<List<HealthCheck>> checks;

	private final Duration limit;

	private final Workers workers;

	/**
	 * A subject for each check by its name: checks are made anew for each report.
	 */
	private final Map<String, Object> subjects = new ConcurrentHashMap<>();

	/**
	 * Create the section.
	 * @param checks the checks
	 * @param limit how long to wait for each
	 * @param workers run them
	 */
	public HealthSection(Supplier<List<HealthCheck>> checks, Duration limit, Workers workers) {
		this.checks = checks;
		this.limit = limit;
		this.workers = workers;
	}

	@Override
	public SectionTraits traits() {
		return SectionTraits.at(1500).withTimeLimit((common) -> common.plus(this.limit.multipliedBy(MAX_HANGING)));
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
		return Content.fields((fields) -> this.checks.get().forEach((check) -> add(fields, check)));
	}

	private void add(FieldsBuilder fields, HealthCheck check) {
		Object subject = this.subjects.computeIfAbsent(check.name(), (name) -> new Object());
		boolean waits = !this.workers.isBusy(subject);
		if (waits && (Thread.currentThread().isInterrupted() || hanging() >= MAX_HANGING)) {
			fields.add(check.name(), "not asked");
		}
		else {
			ask(fields, check, subject);
		}
	}

	private void ask(FieldsBuilder fields, HealthCheck check, Object subject) {
		long start = System.nanoTime();
		Outcome<HealthOutcome> outcome = this.workers.attempt(subject, check::check, this.limit);
		if (outcome instanceof Done<HealthOutcome> done) {
			addOutcome(fields, check.name(), done.value(), Duration.ofNanos(System.nanoTime() - start));
		}
		else if (outcome instanceof Failed<HealthOutcome> failed) {
			fields.add(check.name(), failed.cause());
			fields.add(Content.critical("The health check %s fails: %s", check.name(), failed.cause()).next(TITLE));
		}
		else if (outcome instanceof TimedOut<HealthOutcome> timedOut) {
			addHanging(fields, check.name(), Failure.timedOut(this.limit, timedOut.stack()));
		}
		else if (outcome instanceof Busy<HealthOutcome> busy) {
			addHanging(fields, check.name(), Failure.at("still running", "asked by an earlier report", busy.stack()));
		}
		else {
			fields.add(check.name(), "not asked: " + outcome.reason());
		}
	}

	private static void addOutcome(FieldsBuilder fields, String name, HealthOutcome outcome, Duration took) {
		fields.add(name, (nested) -> {
			nested.add("status", outcome.status()).add("took", took);
			if (!outcome.details().isEmpty()) {
				nested.add("details", outcome.details());
			}
		});
		if (outcome.isDown()) {
			fields.add(Content.critical("The health check %s says %s", name, outcome.status()).next(TITLE));
		}
	}

	private static void addHanging(FieldsBuilder fields, String name, Failure failure) {
		fields.add(name, failure);
		fields.add(Content.critical("The health check %s does not answer: %s", name, failure.message()).next(TITLE));
	}

	private long hanging() {
		return this.subjects.values().stream().filter(this.workers::isBusy).count();
	}

}
