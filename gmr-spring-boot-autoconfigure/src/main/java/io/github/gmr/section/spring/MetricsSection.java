package io.github.gmr.section.spring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

import io.github.gmr.content.Content;
import io.github.gmr.content.Failure;
import io.github.gmr.section.ReportSection;

import org.springframework.util.PatternMatchUtils;

/**
 * Tells what the meters of the application say, those about HTTP and JDBC first.
 *
 * <pre>
 * registry = SimpleMeterRegistry
 * http.server.requests =
 *   count 12, mean 3 ms, max 20 ms {method=GET, status=200, uri=/orders}
 *   count 1, mean 0.713 ms, max 0.713 ms {method=GET, status=404, uri=/**}
 * hikaricp.connections.active = 1 {pool=HikariPool-1}
 * </pre>
 *
 * A meter that fails or hangs has that in its place.
 *
 * @param <M> the type of meters
 */
public final class MetricsSection<M> implements ReportSection {

	private static final long PATIENCE = 1500;

	/**
	 * What the names of meters begin with that come first.
	 */
	private static final List<String> FIRST = List.of("http.server.requests", "http.", "jdbc.", "hikaricp.");

	private final Meters<M> meters;

	private final MetricsOptions options;

	private final PatientReader<M, Content> reader;

	/**
	 * Create the section.
	 * @param meters the meters
	 * @param options which of them to show
	 * @param executor has a thread for meters that hang
	 */
	public MetricsSection(Meters<M> meters, MetricsOptions options, Executor executor) {
		this.meters = meters;
		this.options = options;
		this.reader = new PatientReader<>(executor, PATIENCE, this::line, this::silent);
	}

	@Override
	public Content content() {
		List<M> included = included();
		List<M> shown = included.subList(0, Math.min(this.options.max(), included.size()));
		Map<String, List<Content>> lines = lines(shown);
		return Content.fields((fields) -> {
			fields.add("registry", this.meters.registry());
			lines.forEach((name, values) -> fields.add(name, (values.size() == 1) ? values.get(0) : values));
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

	private Map<String, List<Content>> lines(List<M> meters) {
		Map<String, List<Content>> lines = new LinkedHashMap<>();
		List<Content> readings = this.reader.read(meters);
		for (int i = 0; i < meters.size(); i++) {
			lines.computeIfAbsent(this.meters.name(meters.get(i)), (name) -> new ArrayList<>()).add(readings.get(i));
		}
		return lines;
	}

	private Content line(M meter) {
		try {
			return Content.text(this.meters.read(meter) + tags(meter));
		}
		catch (RuntimeException | StackOverflowError | LinkageError | AssertionError ex) {
			Failure failure = Failure.of(ex);
			return new Failure(failure.error() + tags(meter), failure.message(), List.of(), null);
		}
	}

	private Content silent(M meter, String words) {
		return Content.text(words + tags(meter));
	}

	private String tags(M meter) {
		String tags = this.meters.tags(meter);
		return tags.isEmpty() ? "" : " {" + tags + "}";
	}

}
