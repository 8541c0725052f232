package io.github.gmr.section.log;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import io.github.gmr.section.metrics.Meters;
import io.github.gmr.section.pulse.FigureSource;
import io.github.gmr.worker.Workers;
import org.jspecify.annotations.Nullable;

/**
 * How many errors and warnings were logged, as the meters of the application count them.
 *
 * @param <M> the type of meters
 */
public final class LoggedEventCounters<M> implements FigureSource {

	static final String ERRORS = "errors logged";

	static final String WARNINGS = "warnings logged";

	private static final Set<String> NAMES = Set.of("logback.events", "log4j2.events");

	private static final Duration LIMIT = Duration.ofMillis(500);

	/**
	 * How often it is looked which meters there are, of which there may be very many.
	 */
	private static final Duration RENEWAL = Duration.ofMinutes(1);

	private final Meters<M> meters;

	private final Workers workers;

	private volatile Found<M> found = new Found<>(List.of(), List.of(), System.nanoTime());

	/**
	 * Create the counters.
	 * @param meters may have some that count what is logged
	 * @param workers read the meters
	 */
	public LoggedEventCounters(Meters<M> meters, Workers workers) {
		this.meters = meters;
		this.workers = workers;
	}

	/**
	 * {@inheritDoc} Meters that do not answer have none.
	 */
	@Override
	public void read(Figures figures) {
		Counts counts = this.workers.attempt(this, this::read, LIMIT).orElse(Counts.UNKNOWN);
		figures.count(ERRORS, counts::errors);
		figures.count(WARNINGS, counts::warnings);
	}

	private Counts read() {
		Found<M> found = this.found;
		if (found.isOld()) {
			found = find();
			this.found = found;
		}
		return new Counts(sum(found.errors()), sum(found.warnings()));
	}

	private Found<M> find() {
		List<M> events = this.meters.isCumulative()
				? this.meters.all().stream().filter((meter) -> NAMES.contains(this.meters.name(meter))).toList()
				: List.of();
		return new Found<>(with(events, List.of("level=error", "level=fatal")), with(events, List.of("level=warn")),
				System.nanoTime());
	}

	private List<M> with(List<M> events, List<String> levels) {
		return events.stream()
			.filter((meter) -> !Collections.disjoint(levels, List.of(this.meters.tags(meter).split(", "))))
			.toList();
	}

	/**
	 * Returns how many events were counted since the start, {@code null} if no meter
	 * knows.
	 */
	private @Nullable Number sum(List<M> meters) {
		Long sum = null;
		for (M meter : meters) {
			if (this.meters.read(meter).count() instanceof Number count) {
				sum = ((sum != null) ? sum : 0) + count.longValue();
			}
		}
		return sum;
	}

	/**
	 * The meters that count what is logged.
	 */
	private record Found<M>(List<M> errors, List<M> warnings, long time) {

		boolean isOld() {
			return this.errors.isEmpty() || System.nanoTime() - this.time >= RENEWAL.toNanos();
		}

	}

	/**
	 * How many events were logged.
	 */
	private record Counts(@Nullable Number errors, @Nullable Number warnings) {

		static final Counts UNKNOWN = new Counts(null, null);

	}

}
