package io.github.gmr.section.spring;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import io.github.gmr.section.CounterSource;
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
		List<M> events = this.meters.isCumulative()
				? this.meters.all().stream().filter((meter) -> NAMES.contains(this.meters.name(meter))).toList()
				: List.of();
		counters.add(ERRORS, () -> sum(events, List.of("level=error", "level=fatal")));
		counters.add(WARNINGS, () -> sum(events, List.of("level=warn")));
	}

	private @Nullable Number sum(List<M> events, List<String> levels) {
		return events.stream()
			.filter((meter) -> !Collections.disjoint(levels, Arrays.asList(this.meters.tags(meter).split(", "))))
			.map((meter) -> this.meters.read(meter).count())
			.filter(Number.class::isInstance)
			.map((count) -> ((Number) count).longValue())
			.reduce(Long::sum)
			.orElse(null);
	}

}
