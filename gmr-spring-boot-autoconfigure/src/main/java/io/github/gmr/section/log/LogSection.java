package io.github.gmr.section.log;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.gmr.content.Check;
import io.github.gmr.content.Check.Level;
import io.github.gmr.content.Content;
import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.content.Finding;
import io.github.gmr.section.BuiltInSection;
import io.github.gmr.section.SectionTraits;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.pulse.Trends;

/**
 * Shows the last warnings and errors that were logged, and how many there were of each
 * type since the application is ready.
 *
 * <pre>
 * errors = 2
 * warnings = 0
 * types =
 *   2 x ERROR com.acme.Orders with java.lang.IllegalStateException
 * last errors =
 *   2026-11-23T03:00:02Z com.acme.Orders [exec-1] Order 8 failed; java.lang.IllegalStateException: no stock, at com.acme.Stock.of(Stock.java:41)
 *   2026-11-23T03:00:01Z com.acme.Orders [exec-3] Order 7 failed; java.lang.IllegalStateException: no stock, at com.acme.Stock.of(Stock.java:41)
 * </pre>
 *
 * What goes to a logger that does not pass it on to the root logger is not seen.
 */
public final class LogSection implements BuiltInSection {

	private static final String TITLE = "Log";

	private static final Check ERRORS = new Check("errors-logged");

	private static final Duration WINDOW = Duration.ofMinutes(5);

	private static final int MAX_TYPES = 20;

	private final LogbackSource source;

	private final RecentLog log;

	private final LogOptions options;

	private final ApplicationCode code;

	private final Trends trends;

	private final Clock clock;

	/**
	 * Create the section.
	 * @param source where the log comes from
	 * @param options what to show
	 * @param code knows the code of the application
	 * @param trends knows how many errors there were before
	 */
	public LogSection(LogbackSource source, LogOptions options, ApplicationCode code, Trends trends) {
		this(source, options, code, trends, Clock.systemUTC());
	}

	LogSection(LogbackSource source, LogOptions options, ApplicationCode code, Trends trends, Clock clock) {
		this.source = source;
		this.log = source.log();
		this.options = options;
		this.code = code;
		this.trends = trends;
		this.clock = clock;
	}

	@Override
	public SectionTraits traits() {
		return SectionTraits.at(1800).withChecks(ERRORS);
	}

	@Override
	public Content content() {
		return Content.fields((fields) -> {
			addFinding(fields);
			fields.add("errors", this.log.errors().total());
			fields.add("warnings", this.log.warnings().total());
			addTypes(fields);
			addEvents(fields, "last errors", this.log.errors());
			addEvents(fields, "last warnings", this.log.warnings());
			// Last, as it may wait for a lock of the logging system
			this.source.ensureAttached().ifPresent((words) -> fields.add("note", words));
		});
	}

	private void addFinding(FieldsBuilder fields) {
		Instant start = this.clock.instant().minus(WINDOW);
		int recent = (int) this.log.errorTimes().newestFirst().stream().filter((time) -> time.isAfter(start)).count();
		boolean many = recent >= this.options.errorThreshold();
		fields.add(ERRORS.of(many ? finding(recent) : null, Level.of(recent, this.options.errorThreshold(), "errors")));
	}

	private Finding finding(int recent) {
		String atLeast = (recent == this.log.errorTimes().capacity()) ? "At least " : "";
		EarlierErrors earlier = EarlierErrors.of(this.trends.series(LoggedEventCounters.ERRORS), WINDOW);
		String words = "%s%d errors were logged in the last %d minutes, most often by %s%s".formatted(atLeast, recent,
				WINDOW.toMinutes(), mostFrequent(this.log.errors().newestFirst()), earlier.words());
		boolean begun = earlier.areFewerThan(recent, WINDOW);
		return (begun ? Content.warning("%s", words) : Content.info("%s", words)).evidence("errors", recent)
			.evidence("time", WINDOW)
			.next(TITLE);
	}

	private static String mostFrequent(List<LoggedEvent> events) {
		return events.stream()
			.map((event) -> event.type().asText().replaceFirst("^ERROR ", ""))
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
			.entrySet()
			.stream()
			.max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
			.map(Map.Entry::getKey)
			.orElseThrow();
	}

	private void addTypes(FieldsBuilder fields) {
		List<RecentLog.TypeCount> types = this.log.types();
		if (!types.isEmpty()) {
			fields.add("types", types.stream().limit(MAX_TYPES).map(RecentLog.TypeCount::asText).toList());
			long others = this.log.otherTypes()
					+ types.stream().skip(MAX_TYPES).mapToLong(RecentLog.TypeCount::count).sum();
			if (others > 0) {
				fields.add("of other types", others);
			}
		}
	}

	private void addEvents(FieldsBuilder fields, String name, Ring<LoggedEvent> events) {
		List<String> lines = events.newestFirst()
			.stream()
			.limit(this.options.maxEvents())
			.map((event) -> event.asText(this.code))
			.toList();
		if (!lines.isEmpty()) {
			fields.add(name, lines);
		}
	}

}
