package io.github.gmr.section.jvm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.gmr.content.Content;
import io.github.gmr.content.Failure;
import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.section.CounterSource;
import io.github.gmr.section.ReportSection;
import org.jspecify.annotations.Nullable;

/**
 * Tells what has changed since this section was in a report before, whoever asked for
 * that one: reports by signal, over HTTP and by other ways share one memory.
 *
 * <pre>
 * since = 2026-11-23T03:00:00Z
 * time = 303 s
 * changes =
 *   what                      now     change  per second
 *   CPU time (ms)             81230   +1210   3.99
 *   collections               57      +3      0.01
 *   heap in use (KB)          81920   -1024   -3.38
 *   requests                  11824   +311    1.03
 * </pre>
 */
public final class SinceLastReportSection implements ReportSection {

	private static final String TITLE = "Since the Last Report";

	private final List<CounterSource> sources;

	private final Clock clock;

	private volatile @Nullable Reading last;

	/**
	 * Create the section.
	 * @param sources have the figures
	 */
	public SinceLastReportSection(List<CounterSource> sources) {
		this(sources, Clock.systemUTC());
	}

	SinceLastReportSection(List<CounterSource> sources, Clock clock) {
		this.sources = List.copyOf(sources);
		this.clock = clock;
	}

	@Override
	public String title() {
		return TITLE;
	}

	@Override
	public Content content() {
		Reading last = this.last;
		return Content.fields((fields) -> {
			Reading now = read(fields);
			this.last = now;
			if (last != null) {
				fields.add("since", last.time().truncatedTo(ChronoUnit.SECONDS)).add("time", now.after(last));
			}
			else {
				fields.add("since", "nothing: this is the first report, the next one tells what has changed");
			}
			fields.add("changes", Content.table(now.changes(last), (table) -> {
				table.column("what", Change::name);
				table.column("now", Change::now);
				table.column("change", Change::difference);
				table.column("per second", Change::rate);
			}));
		});
	}

	/**
	 * Reads the figures. One that fails has its failure in the fields.
	 */
	private Reading read(FieldsBuilder fields) {
		Map<String, Long> figures = new LinkedHashMap<>();
		for (CounterSource source : this.sources) {
			source.count((name, value) -> {
				try {
					Number figure = value.call();
					if (figure != null) {
						figures.put(name, figure.longValue());
					}
				}
				catch (Exception ex) {
					fields.add(name, Failure.of(ex));
				}
			});
		}
		return new Reading(this.clock.instant().truncatedTo(ChronoUnit.MILLIS), figures);
	}

	private record Reading(Instant time, Map<String, Long> figures) {

		Duration after(@Nullable Reading last) {
			return (last != null) ? Duration.between(last.time(), this.time) : Duration.ZERO;
		}

		List<Change> changes(@Nullable Reading last) {
			return this.figures.entrySet()
				.stream()
				.map((figure) -> new Change(figure.getKey(), figure.getValue(),
						(last != null) ? last.figures().get(figure.getKey()) : null, after(last)))
				.toList();
		}

	}

	/**
	 * A figure now and before.
	 *
	 * @param name its name
	 * @param now what it is
	 * @param before what it was, {@code null} if nobody knows
	 * @param time the time between
	 */
	private record Change(String name, long now, @Nullable Long before, Duration time) {

		String difference() {
			return (this.before != null) ? String.format(Locale.ROOT, "%+d", this.now - this.before) : "";
		}

		String rate() {
			return (this.before != null && !this.time.isZero())
					? String.format(Locale.ROOT, "%.2f", 1000.0 * (this.now - this.before) / this.time.toMillis()) : "";
		}

	}

}
