package io.github.gmr.engine;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import io.github.gmr.GuruMeditationReported;
import io.github.gmr.content.Check;
import io.github.gmr.content.Check.Level;
import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Setting;
import io.github.gmr.content.Setting.Piece;
import io.github.gmr.content.Setting.Provenance;
import io.github.gmr.content.Settings;
import io.github.gmr.engine.OutputSettings.NamedSink;
import io.github.gmr.engine.OutputSettings.Stderr;
import io.github.gmr.engine.OutputSettings.Stderr.Use;
import io.github.gmr.redact.Audience;
import io.github.gmr.redact.RedactedReport;
import io.github.gmr.redact.find.SecretFinders;
import io.github.gmr.report.RegisteredSection;
import io.github.gmr.section.BuiltInSection;
import io.github.gmr.section.ReportSection;
import io.github.gmr.section.SectionTraits;
import io.github.gmr.sink.FileSink;
import org.jspecify.annotations.Nullable;

/**
 * Makes reports as real ones are made, by an engine that publishes to nowhere: what a
 * real one needs must be loaded and linked while that is possible. With the metaspace
 * full, or without a free file descriptor, it is not any more. Each step takes some ten
 * or hundred milliseconds, so that an application that has just started, and reports that
 * are requested meanwhile, can go first in between.
 */
enum WarmUp {

	/**
	 * A report that has all kinds of content and is too long for standard error.
	 */
	KINDS {

		@Override
		void run(ReportingApplication first, List<ReportingApplication> applications, ReportEngine engine) {
			List<RegisteredSection> sections = allKinds();
			sections.add(section(WORD + "-limits", WarmUp::limits));
			engine.join(toNowhere(first, sections, SHORT, sinks(first.output())));
			engine.publish(failed());
		}

	},

	/**
	 * The same in all formats.
	 */
	FORMATS {

		@Override
		void run(ReportingApplication first, List<ReportingApplication> applications, ReportEngine engine) {
			engine.join(toNowhere(first, allKinds(), SHORT, formats(first.output())));
			engine.publish(failed());
		}

	},

	/**
	 * What a caller gets that asks for a report, or for a part of one.
	 */
	CALLERS {

		@Override
		void run(ReportingApplication first, List<ReportingApplication> applications, ReportEngine engine) {
			engine.join(toNowhere(first, allKinds(), SHORT, List.of()));
			engine.generate(REQUEST, Audience.HIDDEN);
			engine.generate(WORD, REQUEST, Audience.MASKED);
		}

	},

	/**
	 * The built-in sections.
	 */
	BUILT_IN {

		@Override
		void run(ReportingApplication first, List<ReportingApplication> applications, ReportEngine engine) {
			for (ReportingApplication application : applications) {
				OutputSettings output = application.output();
				engine.join(toNowhere(application, builtIn(application), output.stderr().maxSize(), formats(output)));
			}
			engine.publish(REQUEST);
		}

	};

	private static final String WORD = "warm-up";

	/**
	 * More links of a chain than a brief report shows.
	 */
	private static final int FEW = 10;

	/**
	 * More characters than a value has.
	 */
	private static final int LONG = 5_000;

	/**
	 * More entries than content has.
	 */
	private static final int MANY = 10_100;

	/**
	 * More levels than content has.
	 */
	private static final int DEEP = 20;

	private static final long SHORT = 2048;

	private static final ReportRequest REQUEST = ReportRequest.of(WORD, WORD);

	/**
	 * Do one step.
	 * @param applications the applications, maybe none
	 * @param engine knows no applications yet, and publishes to nowhere
	 */
	void run(List<ReportingApplication> applications, ReportEngine engine) {
		if (!applications.isEmpty()) {
			run(applications.get(0), applications, engine);
		}
	}

	abstract void run(ReportingApplication first, List<ReportingApplication> applications, ReportEngine engine);

	/**
	 * Returns a request with an exception. It is made anew: one that is kept would keep
	 * the classes on its stack, which are those of the application that starts.
	 */
	private static ReportRequest failed() {
		return new ReportRequest(WORD, WORD, 1, new IllegalStateException(WORD));
	}

	private static List<RegisteredSection> allKinds() {
		return new ArrayList<>(List.of(section(WORD, WarmUp::fields), section(WORD + "-settings", WarmUp::settings),
				section(WORD + "-failure", () -> {
					throw new IllegalStateException(WORD);
				}), section(WORD + "-hang", new Hanging())));
	}

	private static List<RegisteredSection> builtIn(ReportingApplication application) {
		return application.sections().stream().filter(RegisteredSection::isBuiltIn).toList();
	}

	/**
	 * Return an application with other sections, and with sinks that drop their reports.
	 */
	private static ReportingApplication toNowhere(ReportingApplication application, List<RegisteredSection> sections,
			long maxSizeOnStderr, List<NamedSink> sinks) {
		OutputSettings output = application.output();
		Stderr stderr = new Stderr(Use.ALWAYS, output.stderr().format(), maxSizeOnStderr);
		return new ReportingApplication(application.name(), sections, application.redaction(), application.limits(),
				new OutputSettings(output.views(), sinks, stderr, output.maxSize(), output.audience()),
				WarmUp::reported);
	}

	/**
	 * Makes the event that listeners get, for none of them.
	 */
	private static void reported(String trigger, @Nullable RedactedReport report) {
		if (report != null) {
			new GuruMeditationReported(trigger, report).findings();
		}
	}

	private static List<NamedSink> formats(OutputSettings output) {
		return output.views()
			.stream()
			.map((view) -> new NamedSink(view.name(), view.name(), (report) -> null))
			.toList();
	}

	/**
	 * Return a sink for each file sink, and one that fails.
	 */
	private static List<NamedSink> sinks(OutputSettings output) {
		List<NamedSink> sinks = new ArrayList<>();
		for (NamedSink sink : output.sinks()) {
			if (sink.sink() instanceof FileSink files) {
				sinks.add(new NamedSink(sink.name(), sink.format(), files.forWarmUp()));
			}
		}
		sinks.add(new NamedSink(WORD, output.stderr().format(), (report) -> {
			throw new IOException(WORD);
		}));
		return sinks;
	}

	private static Content fields() {
		return Content
			.fields((
					fields) -> fields.add("value", 1)
						.add("value", Double.NaN)
						.add("map", Map.of(WORD, true))
						.add("items", List.of(WORD, Duration.ZERO))
						.add("examples", SecretFinders.examples())
						.add("table", Content.table(List.of(WORD + ".password"),
								(table) -> table.column("name", String::toString).column("value", String::length)))
						.add(new Check(WORD).of(finding(), Level.of(1, 2, WORD)))
						.add(new Check(WORD).notPossible(WORD))
						.add(Content.warning("%s %d", WORD, 2).threads(List.of(1L)).holders(List.of(1L)))
						.add("too long", "\u001b" + "x".repeat(LONG))
						.add("too deep", nested(DEEP))
						.attempt("failure", () -> {
							throw new IllegalStateException(WORD);
						}));
	}

	private static Finding finding() {
		return Content.info(WORD)
			.subject(WORD)
			.place(WORD, WORD)
			.evidence(WORD, Duration.ZERO)
			.threads(List.of(1L))
			.holders(List.of(2L))
			.chain(Collections.nCopies(FEW, WORD))
			.since(Instant.EPOCH)
			.setting("warm-up.plain")
			.setting("warm-up.unset")
			.next("Threads", WORD);
	}

	/**
	 * Makes content that is too large to be shown several times.
	 */
	private static Content limits() {
		return Content.of(Content.items(Collections.nCopies(MANY, WORD)).values().size());
	}

	private static List<?> nested(int levels) {
		return (levels > 0) ? List.of(nested(levels - 1)) : List.of();
	}

	private static Content settings() {
		List<Piece> pieces = List.of(new Piece("a", List.of()), new Piece("b", List.of("warm-up.other")));
		Provenance provenance = new Provenance(WORD, "line 1", 1);
		return new Settings(List.of(Setting.of("warm-up.plain", WORD, provenance),
				Setting.of("warm-up", "warm-up.password", pieces, provenance)));
	}

	/**
	 * Hangs for a moment longer than it may, after it has said something.
	 */
	private static final class Hanging implements BuiltInSection {

		private static final Check MADE = new Check(WORD + "-made");

		private static final Check NOT_MADE = new Check(WORD + "-not-made");

		private static final Duration LIMIT = Duration.ofMillis(1);

		private static final Duration MOMENT = Duration.ofMillis(20);

		@Override
		public SectionTraits traits() {
			return SectionTraits.DEFAULT.withTimeLimit((common) -> LIMIT).withChecks(MADE, NOT_MADE);
		}

		@Override
		public Content content() {
			return Content.fields((fields) -> {
				fields.add(WORD, true).add(MADE.fine());
				LockSupport.parkNanos(MOMENT.toNanos());
			});
		}

	}

	private static RegisteredSection section(String name, ReportSection section) {
		return new RegisteredSection(name, name, section, null);
	}

}
