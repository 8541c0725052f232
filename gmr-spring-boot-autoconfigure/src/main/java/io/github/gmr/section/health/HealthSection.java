package io.github.gmr.section.health;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import io.github.gmr.content.Content;
import io.github.gmr.content.Failure;
import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.section.ReportSection;

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
public final class HealthSection implements ReportSection {

	/**
	 * How many checks that do not answer are waited for.
	 */
	public static final int MAX_HANGING = 2;

	private static final String TITLE = "Health";

	private final Supplier<List<HealthCheck>> checks;

	private final Duration limit;

	private final Executor executor;

	private final Map<String, TimedCheck> timed = new ConcurrentHashMap<>();

	/**
	 * Create the section.
	 * @param checks the checks
	 * @param limit how long to wait for each
	 * @param executor runs them
	 */
	public HealthSection(Supplier<List<HealthCheck>> checks, Duration limit, Executor executor) {
		this.checks = checks;
		this.limit = limit;
		this.executor = executor;
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
		TimedCheck timed = this.timed.computeIfAbsent(check.name(), (name) -> new TimedCheck());
		if (timed.isRunning()) {
			addHanging(fields, check.name(),
					new Failure("still running", "asked by an earlier report", frames(timed.stack()), null));
		}
		else if (Thread.currentThread().isInterrupted() || hanging() >= MAX_HANGING) {
			fields.add(check.name(), "not asked");
		}
		else {
			ask(fields, check, timed);
		}
	}

	private void ask(FieldsBuilder fields, HealthCheck check, TimedCheck timed) {
		long start = System.nanoTime();
		try {
			HealthOutcome outcome = timed.make(check, this.executor, this.limit);
			addOutcome(fields, check.name(), outcome, Duration.ofNanos(System.nanoTime() - start));
		}
		catch (TimeoutException ex) {
			addHanging(fields, check.name(), Failure.timedOut(this.limit, timed.stack()));
		}
		catch (ExecutionException ex) {
			Throwable cause = (ex.getCause() != null) ? ex.getCause() : ex;
			fields.add(check.name(), cause);
			fields.add(Content.critical("The health check %s fails: %s", check.name(), cause).next(TITLE));
		}
		catch (RejectedExecutionException ex) {
			fields.add(check.name(), "not asked: " + ex.getMessage());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			fields.add(check.name(), ex);
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
		return this.timed.values().stream().filter(TimedCheck::isRunning).count();
	}

	private static List<String> frames(StackTraceElement[] stack) {
		return List.of(stack).stream().map(StackTraceElement::toString).toList();
	}

}
