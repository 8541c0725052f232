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

	private final Meters<M> meters;

	private final Workers workers;

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
		List<Meter> meters = this.workers.attempt(this, this::read, LIMIT).orElse(List.of());
		figures.count(ERRORS, () -> sum(meters, List.of("level=error", "level=fatal")));
		figures.count(WARNINGS, () -> sum(meters, List.of("level=warn")));
	}

	private List<Meter> read() {
		if (!this.meters.isCumulative()) {
			return List.of();
		}
		return this.meters.all()
			.stream()
			.filter((meter) -> NAMES.contains(this.meters.name(meter)))
			.map((meter) -> new Meter(List.of(this.meters.tags(meter).split(", ")), this.meters.read(meter).count()))
			.toList();
	}

	/**
	 * Returns how many events of some levels were logged since the start, {@code null} if
	 * no meter knows.
	 */
	private static @Nullable Number sum(List<Meter> meters, List<String> levels) {
		return meters.stream()
			.filter((meter) -> !Collections.disjoint(levels, meter.tags()))
			.map(Meter::count)
			.filter(Number.class::isInstance)
			.map((count) -> ((Number) count).longValue())
			.reduce(Long::sum)
			.orElse(null);
	}

	/**
	 * A meter that counts what is logged.
	 */
	private record Meter(List<String> tags, @Nullable Object count) {

	}

}
