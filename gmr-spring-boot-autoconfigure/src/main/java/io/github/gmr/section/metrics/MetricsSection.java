package io.github.gmr.section.metrics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.github.gmr.content.Content;
import io.github.gmr.content.Failure;
import io.github.gmr.section.BuiltInSection;
import io.github.gmr.section.ReportSection;
import io.github.gmr.section.SectionTraits;
import io.github.gmr.worker.Outcome;
import io.github.gmr.worker.Workers;
import org.jspecify.annotations.Nullable;

import org.springframework.util.PatternMatchUtils;

/**
 * Shows what the meters of the application say, those about HTTP and JDBC first.
 *
 * <pre>
 * registry = SimpleMeterRegistry
 * meters =
 *   meter                        value  count  mean  max    tags
 *   http.server.requests                12     3 ms  20 ms  method=GET, status=200, uri=/orders
 *   hikaricp.connections.active  1                          pool=HikariPool-1
 * </pre>
 *
 * A meter that fails or hangs has that in its place.
 *
 * @param <M> the type of meters
 */
public final class MetricsSection<M> implements BuiltInSection {

	private static final Duration LIMIT = Duration.ofMillis(1500);

	/**
	 * What the names of meters begin with that come first.
	 */
	private static final List<String> FIRST = List.of("http.server.requests", "http.", "jdbc.", "hikaricp.");

	private final Meters<M> meters;

	private final MetricsOptions options;

	private final Workers workers;

	/**
	 * Create the section.
	 * @param meters the meters
	 * @param options which of them to show
	 * @param workers read the meters
	 */
	public MetricsSection(Meters<M> meters, MetricsOptions options, Workers workers) {
		this.meters = meters;
		this.options = options;
		this.workers = workers;
	}

	@Override
	public SectionTraits traits() {
		return SectionTraits.at(1600);
	}

	/**
	 * Gauges are code of the application, and there may be many thousands of them.
	 */
	@Override
	public ReportSection forWarmUp() {
		return () -> null;
	}

	@Override
	public Content content() {
		List<M> included = included();
		List<M> shown = included.subList(0, Math.min(this.options.max(), included.size()));
		List<Line<M>> lines = lines(shown);
		return Content.fields((fields) -> {
			fields.add("registry", this.meters.registry());
			fields.add("meters", Content.table(lines, (table) -> {
				table.column("meter", (line) -> this.meters.name(line.meter()));
				table.column("value", (line) -> orBlank(line.reading().value()));
				table.column("count", (line) -> orBlank(line.reading().count()));
				table.column("mean", (line) -> orBlank(line.reading().mean()));
				table.column("max", (line) -> orBlank(line.reading().max()));
				table.column("tags", (line) -> this.meters.tags(line.meter()));
			}));
			if (included.size() > shown.size()) {
				fields.add("not shown", (included.size() - shown.size()) + " more meters");
			}
		});
	}

	private List<M> included() {
		String[] patterns = this.options.include().toArray(String[]::new);
		return this.meters.all()
			.stream()
			.filter((meter) -> PatternMatchUtils.simpleMatch(patterns, this.meters.name(meter)))
			.sorted(Comparator.comparingInt((M meter) -> rank(this.meters.name(meter)))
				.thenComparing(this.meters::name)
				.thenComparing(this.meters::tags))
			.toList();
	}

	private static int rank(String name) {
		for (int i = 0; i < FIRST.size(); i++) {
			if (name.startsWith(FIRST.get(i))) {
				return i;
			}
		}
		return FIRST.size();
	}

	private List<Line<M>> lines(List<M> meters) {
		List<Line<M>> lines = new ArrayList<>();
		List<Outcome<MeterReading>> readings = this.workers.attemptEach(meters, this::read, LIMIT);
		for (int i = 0; i < meters.size(); i++) {
			MeterReading none = MeterReading.ofValue(readings.get(i).reason());
			lines.add(new Line<>(meters.get(i), readings.get(i).orElse(none)));
		}
		return lines;
	}

	private MeterReading read(M meter) {
		try {
			return this.meters.read(meter);
		}
		catch (RuntimeException | StackOverflowError | LinkageError | AssertionError ex) {
			return MeterReading.ofValue(Failure.of(ex));
		}
	}

	private static Object orBlank(@Nullable Object value) {
		return (value != null) ? value : "";
	}

	/**
	 * A meter and what it says.
	 */
	private record Line<M>(M meter, MeterReading reading) {

	}

}
