package io.github.gmr.section.timeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.gmr.content.Check;
import io.github.gmr.content.Content;
import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Timeline;
import io.github.gmr.content.figure.FigureSeries;
import io.github.gmr.content.text.TimeSpan;
import io.github.gmr.section.BuiltInSection;
import io.github.gmr.section.ReportSection;
import io.github.gmr.section.SectionTraits;
import io.github.gmr.section.pulse.FigureHistory;
import io.github.gmr.section.pulse.Series;
import io.github.gmr.section.pulse.Stalls;
import io.github.gmr.section.pulse.Stalls.Kind;
import io.github.gmr.section.pulse.Stalls.Stall;
import org.jspecify.annotations.Nullable;

/**
 * Shows how figures have changed over the last minutes and hours, and since this section
 * was in a report before, however that one was requested.
 *
 * <pre>
 * last report = 2026-11-23T03:00:00Z
 * figures =
 *   figure                 now          1 min         5 min     1 h  last report  last 5 min
 *   CPU          12 % of a CPU  11 % of a CPU  3 % of a CPU                +61 s  ____________.:-=+**#
 *   heap in use         118 MB          80 MB         75 MB  60 MB        79 MB  ::::::::::::-=++***#
 *   requests               0/s          120/s         118/s              +11,824  ***********####=.___
 * </pre>
 *
 * What a pool or an executor that fails or hangs would count is left out: its own section
 * says why. So is what was zero all the time. What is not known stays empty: of a time
 * before the first look, and of now where a figure is read no longer.
 */
public final class TimelineSection implements BuiltInSection {

	/**
	 * The title of the section.
	 */
	static final String TITLE = "Timeline";

	private static final Check NOTHING_RAN = new Check("nothing-ran");

	private static final String LAST_REPORT = "last report";

	private static final List<Duration> AGES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5),
			Duration.ofHours(1));

	private static final Duration LONG_STALL = Duration.ofSeconds(5);

	private static final Duration RECENT = Duration.ofMinutes(5);

	private final FigureHistory history;

	private final Stalls stalls;

	private final Clock clock;

	private volatile Map<String, Double> last = Map.of();

	private volatile @Nullable Instant lastReport;

	/**
	 * Create the section.
	 * @param history has the figures
	 * @param stalls knows when nothing ran
	 */
	public TimelineSection(FigureHistory history, Stalls stalls) {
		this(history, stalls, Clock.systemUTC());
	}

	TimelineSection(FigureHistory history, Stalls stalls, Clock clock) {
		this.history = history;
		this.stalls = stalls;
		this.clock = clock;
	}

	@Override
	public SectionTraits traits() {
		return SectionTraits.at(600).withChecks(NOTHING_RAN);
	}

	@Override
	public String title() {
		return TITLE;
	}

	/**
	 * The warm-up is no report that the first one could be compared with.
	 */
	@Override
	public ReportSection forWarmUp() {
		TimelineSection other = new TimelineSection(this.history, this.stalls, this.clock);
		other.content();
		SeriesRow.load();
		return other;
	}

	@Override
	public Content content() {
		long now = this.history.refresh();
		List<Series> all = this.history.all();
		Timeline figures = timeline(all, LookTimes.of(all, now));
		Instant lastReport = this.lastReport;
		keep(all);
		return Content.fields((fields) -> {
			fields.add(LAST_REPORT, (lastReport != null) ? lastReport : "none before this one");
			addStalls(fields);
			fields.add("figures", figures);
		});
	}

	private Timeline timeline(List<Series> all, LookTimes times) {
		Duration step = Duration.ofNanos(times.step()).truncatedTo(ChronoUnit.MILLIS);
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		List<FigureSeries> figures = all.stream()
			.map((series) -> new SeriesRow(series, this.last.get(series.figure().name()), times).figure(AGES))
			.filter(SeriesRow::isTelling)
			.toList();
		return new Timeline(columns(), now.minus(step.multipliedBy(times.size() - 1)), step, figures, 0);
	}

	private static List<String> columns() {
		List<String> columns = new ArrayList<>();
		columns.add("now");
		AGES.stream().map(TimeSpan::words).forEach(columns::add);
		columns.add(LAST_REPORT);
		return columns;
	}

	private void keep(List<Series> all) {
		Map<String, Double> values = new HashMap<>();
		all.forEach((series) -> values.put(series.figure().name(), series.last()));
		this.last = values;
		this.lastReport = this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
	}

	private void addStalls(FieldsBuilder fields) {
		List<Stall> stalls = this.stalls.list();
		if (!stalls.isEmpty()) {
			fields.add("interruptions", stalls.stream().map(TimelineSection::words).toList());
		}
		Instant recently = this.clock.instant().minus(RECENT);
		fields.add(NOTHING_RAN.of(stalls.stream()
			.filter((stall) -> stall.kind() == Kind.STALL && stall.time().compareTo(LONG_STALL) >= 0)
			.filter((stall) -> stall.end().isAfter(recently))
			.map(TimelineSection::finding)
			.toList()));
	}

	private static Finding finding(Stall stall) {
		return Content
			.warning("%s: the JVM paused, the processors were busy with others, or the machine slept", words(stall))
			.since(stall.end().minus(stall.time()))
			.evidence("time", stall.time())
			.next(TITLE);
	}

	private static String words(Stall stall) {
		String time = TimeSpan.words(stall.time().abs());
		Instant end = stall.end().truncatedTo(ChronoUnit.SECONDS);
		if (stall.kind() == Kind.STALL) {
			return "Nothing ran for %s before %s".formatted(time, end);
		}
		return stall.time().isNegative() ? "The wall clock was set back by %s, to %s".formatted(time, end)
				: "The wall clock was set forward by %s, to %s, or the machine slept".formatted(time, end);
	}

}
