package io.github.gmr.section.log;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import io.github.gmr.section.metrics.Meters;
import io.github.gmr.section.pulse.CounterSource;
import org.jspecify.annotations.Nullable;

/**
 * How many errors and warnings were logged, as the meters of the application count them.
 *
 * @param <M> the type of meters
 */
public final class LoggedEventCounters<M> implements CounterSource {

	static final String ERRORS = "errors logged";

	static final String WARNINGS = "warnings logged";

	private static final Set<String> NAMES = Set.of("logback.events", "log4j2.events");

	private final Meters<M> meters;

	/**
	 * Create the counters.
	 * @param meters may have some that count what is logged
	 */
	public LoggedEventCounters(Meters<M> meters) {
		this.meters = meters;
	}

	@Override
	public void count(Counters counters) {
		counters.add(ERRORS, () -> sum(List.of("level=error", "level=fatal")));
		counters.add(WARNINGS, () -> sum(List.of("level=warn")));
	}

	/**
	 * Returns how many events of some levels were logged since the start, {@code null} if
	 * no meter knows.
	 */
	private @Nullable Number sum(List<String> levels) {
		if (!this.meters.isCumulative()) {
			return null;
		}
		return this.meters.all()
			.stream()
			.filter((meter) -> NAMES.contains(this.meters.name(meter)))
			.filter((meter) -> !Collections.disjoint(levels, Arrays.asList(this.meters.tags(meter).split(", "))))
			.map((meter) -> this.meters.read(meter).count())
			.filter(Number.class::isInstance)
			.map((count) -> ((Number) count).longValue())
			.reduce(Long::sum)
			.orElse(null);
	}

}
