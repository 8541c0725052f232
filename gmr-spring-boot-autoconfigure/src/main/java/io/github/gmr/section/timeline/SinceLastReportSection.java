package io.github.gmr.section.timeline;

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
import io.github.gmr.content.text.Attempt;
import io.github.gmr.section.BuiltInSection;
import io.github.gmr.section.ReportSection;
import io.github.gmr.section.SectionTraits;
import io.github.gmr.section.pulse.CounterSource;
import org.jspecify.annotations.Nullable;

/**
 * Shows what has changed since this section was in a report before, however that one was
 * requested: reports by signal, over HTTP and in other ways share one memory.
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
 *
 * What a pool or an executor that fails or hangs would count is left out: its own section
 * says why.
 */
public final class SinceLastReportSection implements BuiltInSection {

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
	public SectionTraits traits() {
		return SectionTraits.at(600);
	}

	@Override
	public String title() {
		return TITLE;
	}

	/**
	 * The warm-up is no report that the first one could be compared with, but another
	 * section can be asked twice.
	 */
	@Override
	public ReportSection forWarmUp() {
		SinceLastReportSection other = new SinceLastReportSection(this.sources, this.clock);
		other.content();
		return other;
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
			fields.add("changes", Content.table(now.figures().entrySet(), (table) -> {
				table.column("what", Map.Entry::getKey);
				table.column("now", Map.Entry::getValue);
				table.column("change", (figure) -> now.difference(figure.getKey(), last));
				table.column("per second", (figure) -> now.rate(figure.getKey(), last));
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
				Number figure = Attempt.<@Nullable Number>ask(value, (ex) -> {
					fields.add(name, Failure.of(ex));
					return null;
				});
				if (figure != null) {
					figures.put(name, figure.longValue());
				}
			});
		}
		return new Reading(this.clock.instant().truncatedTo(ChronoUnit.MILLIS), figures);
	}

	/**
	 * The figures at one time.
	 *
	 * @param time when
	 * @param figures the figures by their names
	 */
	private record Reading(Instant time, Map<String, Long> figures) {

		Duration after(Reading last) {
			return Duration.between(last.time(), this.time);
		}

		String difference(String name, @Nullable Reading last) {
			Long change = change(name, last);
			return (change != null) ? ((change >= 0) ? "+" : "") + change : "";
		}

		String rate(String name, @Nullable Reading last) {
			Long change = change(name, last);
			long time = (last != null) ? after(last).toMillis() : 0;
			return (change != null && time != 0) ? String.format(Locale.ROOT, "%.2f", 1000.0 * change / time) : "";
		}

		private @Nullable Long change(String name, @Nullable Reading last) {
			Long now = this.figures.get(name);
			Long before = (last != null) ? last.figures().get(name) : null;
			return (now != null && before != null) ? Long.valueOf(now - before) : null;
		}

	}

}
