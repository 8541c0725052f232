package io.github.gmr.section.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.github.gmr.content.Content;
import io.github.gmr.content.Failure;
import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.section.BuiltInSection;
import io.github.gmr.section.ReportSection;
import io.github.gmr.section.SectionTraits;
import io.github.gmr.section.bean.Reading;
import io.github.gmr.section.bean.Readings;
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

	private static final String TITLE = "Metrics";

	/**
	 * What the names of meters begin with that come first.
	 */
	private static final List<String> FIRST = List.of("http.server.requests", "http.", "jdbc.", "hikaricp.");

	private static final Comparator<Named<?>> ORDER = Comparator.<Named<?>>comparingInt((meter) -> rank(meter.name()))
		.thenComparing(Named::name)
		.thenComparing(Named::tags);

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
		return Content.fields((fields) -> {
			fields.attempt("registry", this.meters::registry);
			List<Named<M>> included = included(fields);
			List<Named<M>> shown = included.subList(0, Math.min(this.options.max(), included.size()));
			Readings<MeterReading> readings = Readings.ofSlow(this.workers, shown, Named::words, Named::meter,
					(meter) -> this.meters.read(meter.meter()));
			readings.addFinding(fields, "meters", TITLE);
			fields.add("meters", table(lines(shown, readings)));
			if (included.size() > shown.size()) {
				fields.add("not shown", (included.size() - shown.size()) + " more meters");
			}
		});
	}

	/**
	 * Returns the meters that are included, with what they are called. One that fails to
	 * say so has its failure in the fields.
	 */
	private List<Named<M>> included(FieldsBuilder fields) {
		String[] patterns = this.options.include().toArray(String[]::new);
		List<Named<M>> included = new ArrayList<>();
		for (M meter : this.meters.all()) {
			try {
				if (PatternMatchUtils.simpleMatch(patterns, this.meters.name(meter))) {
					included.add(new Named<>(this.meters.name(meter), this.meters.tags(meter), meter));
				}
			}
			catch (RuntimeException | LinkageError ex) {
				fields.add(meter.getClass().getName(), ex);
			}
		}
		included.sort(ORDER);
		return included;
	}

	private static int rank(String name) {
		for (int i = 0; i < FIRST.size(); i++) {
			if (name.startsWith(FIRST.get(i))) {
				return i;
			}
		}
		return FIRST.size();
	}

	private static <M> List<Line<M>> lines(List<Named<M>> meters, Readings<MeterReading> readings) {
		return IntStream.range(0, meters.size())
			.mapToObj((i) -> new Line<>(meters.get(i), readings.all().get(i)))
			.toList();
	}

	private static <M> Content table(List<Line<M>> lines) {
		return Content.table(lines, (table) -> {
			table.column("meter", (line) -> line.meter().name());
			table.column("value", Line::value);
			table.column("count", (line) -> line.figure(MeterReading::count));
			table.column("mean", (line) -> line.figure(MeterReading::mean));
			table.column("max", (line) -> line.figure(MeterReading::max));
			table.column("tags", (line) -> line.meter().tags());
		});
	}

	/**
	 * A meter and what it is called.
	 */
	private record Named<M>(String name, String tags, M meter) {

		String words() {
			return this.tags.isEmpty() ? this.name : this.name + " {" + this.tags + "}";
		}

	}

	/**
	 * A meter and what it says.
	 */
	private record Line<M>(Named<M> meter, Reading<MeterReading> reading) {

		Object value() {
			Failure silence = this.reading.silence();
			return (silence != null) ? silence : figure(MeterReading::value);
		}

		Object figure(Function<MeterReading, @Nullable Object> figure) {
			MeterReading answer = this.reading.answer();
			Object value = (answer != null) ? figure.apply(answer) : null;
			return (value != null) ? value : "";
		}

	}

}
