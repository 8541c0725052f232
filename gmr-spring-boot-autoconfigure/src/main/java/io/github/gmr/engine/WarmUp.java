package io.github.gmr.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.github.gmr.content.Content;
import io.github.gmr.content.Setting;
import io.github.gmr.content.Setting.Piece;
import io.github.gmr.content.Setting.Provenance;
import io.github.gmr.content.Settings;
import io.github.gmr.engine.OutputSettings.NamedSink;
import io.github.gmr.engine.OutputSettings.Stderr;
import io.github.gmr.engine.OutputSettings.Stderr.Use;
import io.github.gmr.redact.Audience;
import io.github.gmr.report.RegisteredSection;
import io.github.gmr.section.ReportSection;
import io.github.gmr.sink.FileSink;
import io.github.gmr.sink.StderrSink;
import io.github.gmr.view.ReportView;

/**
 * Makes reports as real ones are made, by an engine that publishes to nowhere: what a
 * real one needs must be loaded and linked while that is possible. With the metaspace
 * full, or without a free file descriptor, it is not any more.
 */
final class WarmUp {

	private static final String WORD = "warm-up";

	/**
	 * More entries or characters than content has.
	 */
	private static final int MANY = 10_100;

	/**
	 * More levels than content has.
	 */
	private static final int DEEP = 20;

	private static final long SHORT = 2048;

	private static final ReportRequest REQUEST = ReportRequest.of(WORD, WORD);

	private WarmUp() {
	}

	/**
	 * Make the reports: the first has all kinds of content and is too long for standard
	 * error, the second asks the built-in sections.
	 * @param applications the applications
	 * @param engines returns an engine that knows no applications yet and writes to the
	 * given standard error
	 */
	static void run(List<ReportingApplication> applications, Function<StderrSink, ReportEngine> engines) {
		StderrSink nowhere = new StderrSink(OutputStream.nullOutputStream());
		try {
			ReportEngine kinds = engines.apply(nowhere);
			kinds.join(toNowhere(applications.get(0), allKinds(), SHORT));
			kinds.publish(new ReportRequest(WORD, WORD, 1, new IllegalStateException(WORD)));
			kinds.generate(REQUEST, Audience.HIDDEN);
			kinds.generate(WORD, REQUEST, Audience.MASKED);
			ReportEngine builtIn = engines.apply(nowhere);
			for (ReportingApplication application : applications) {
				builtIn.join(toNowhere(application, builtIn(application), application.output().stderr().maxSize()));
			}
			builtIn.publish(REQUEST);
		}
		finally {
			nowhere.end();
		}
	}

	private static List<RegisteredSection> allKinds() {
		return List.of(section(WORD, WarmUp::fields), section(WORD + "-settings", WarmUp::settings),
				section(WORD + "-failure", () -> {
					throw new IllegalStateException(WORD);
				}));
	}

	private static List<RegisteredSection> builtIn(ReportingApplication application) {
		return application.sections().stream().filter(RegisteredSection::isBuiltIn).toList();
	}

	/**
	 * Return an application with other sections, and with sinks that take reports in all
	 * formats and drop them.
	 */
	private static ReportingApplication toNowhere(ReportingApplication application, List<RegisteredSection> sections,
			long maxSizeOnStderr) {
		OutputSettings output = application.output();
		Stderr stderr = new Stderr(Use.ALWAYS, output.stderr().format(), maxSizeOnStderr);
		return new ReportingApplication(application.name(), sections, application.redaction(), application.limits(),
				new OutputSettings(output.views(), sinks(output), stderr, output.maxSize(), output.audience()),
				(trigger, report) -> {
				});
	}

	private static List<NamedSink> sinks(OutputSettings output) {
		List<NamedSink> sinks = new ArrayList<>();
		for (ReportView view : output.views()) {
			sinks.add(new NamedSink(view.name(), view.name(), (report) -> null));
		}
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
		return Content.fields((fields) -> fields.add("value", 1)
			.add("value", Double.NaN)
			.add("map", Map.of(WORD, true))
			.add("items", List.of(WORD, Duration.ZERO))
			.add("table", Content.table(List.of(WORD), (table) -> table.column("length", String::length)))
			.add(Content.info(WORD).next("Threads"))
			.add(Content.warning("%s %d", WORD, 2))
			.add("too long", "\u001b".repeat(MANY))
			.add("too many", Collections.nCopies(MANY, WORD))
			.add("too deep", nested(DEEP))
			.attempt("failure", () -> {
				throw new IllegalStateException(WORD);
			}));
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

	private static RegisteredSection section(String name, ReportSection section) {
		return new RegisteredSection(name, name, section, null);
	}

}
