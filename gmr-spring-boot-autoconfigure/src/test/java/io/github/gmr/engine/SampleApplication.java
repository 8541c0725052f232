package io.github.gmr.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.github.gmr.ReportListener;
import io.github.gmr.content.Content;
import io.github.gmr.engine.OutputSettings.NamedSink;
import io.github.gmr.engine.OutputSettings.Stderr;
import io.github.gmr.engine.OutputSettings.Stderr.Use;
import io.github.gmr.redact.Audience;
import io.github.gmr.redact.RedactedReport;
import io.github.gmr.redact.Redaction;
import io.github.gmr.report.RegisteredSection;
import io.github.gmr.report.SectionReport;
import io.github.gmr.report.TimeLimits;
import io.github.gmr.section.ReportSection;
import io.github.gmr.section.SectionTraits;
import io.github.gmr.section.StatedTraits;
import io.github.gmr.sink.ReportSink;
import io.github.gmr.view.ReportView;

/**
 * An application that takes part in the reports of a test.
 */
final class SampleApplication {

	static final Duration LONG = Duration.ofSeconds(30);

	private final String name;

	private final List<RegisteredSection> sections = new ArrayList<>();

	private final List<NamedSink> sinks = new ArrayList<>();

	private final List<ReportView> views = new ArrayList<>(List.of(new Lines()));

	private Use stderr = Use.UNLESS_DELIVERED;

	private String format = "lines";

	private TimeLimits limits = new TimeLimits(LONG, LONG);

	private ReportListener listener = (trigger, report) -> {
	};

	SampleApplication(String name) {
		this.name = name;
	}

	SampleApplication sections(String... names) {
		for (String name : names) {
			section(name, () -> Content.text(name + " of " + this.name));
		}
		return this;
	}

	SampleApplication aboutJvm(int order, String name) {
		return section(name,
				StatedTraits.of(SectionTraits.at(order).withAboutJvm(), () -> Content.text(name + " of " + this.name)));
	}

	SampleApplication section(String name, ReportSection section) {
		this.sections.add(new RegisteredSection(name, "Title of " + name, section, null));
		return this;
	}

	SampleApplication sink(String name, ReportSink sink) {
		this.sinks.add(new NamedSink(name, this.format, sink));
		return this;
	}

	SampleApplication view(ReportView view) {
		this.views.add(view);
		this.format = view.name();
		return this;
	}

	SampleApplication stderr(Use stderr) {
		this.stderr = stderr;
		return this;
	}

	SampleApplication limits(Duration section, Duration report) {
		this.limits = new TimeLimits(section, report);
		return this;
	}

	SampleApplication listener(ReportListener listener) {
		this.listener = listener;
		return this;
	}

	OutputSettings output() {
		return new OutputSettings(this.views, this.sinks, new Stderr(this.stderr, this.format, Long.MAX_VALUE),
				Long.MAX_VALUE, Audience.MASKED);
	}

	ReportingApplication application() {
		return new ReportingApplication(this.name, this.sections, Redaction.withDefaults(), this.limits, output(),
				this.listener);
	}

	/**
	 * Writes the names of sections.
	 */
	static final class Lines implements ReportView {

		static String of(RedactedReport report) {
			return "report %d: %s;".formatted(report.head().sequence(),
					report.sections().stream().map(SectionReport::name).collect(Collectors.joining(", ")));
		}

		@Override
		public String name() {
			return "lines";
		}

		@Override
		public String mediaType() {
			return "text/plain";
		}

		@Override
		public String extension() {
			return "txt";
		}

		@Override
		public void write(RedactedReport report, OutputStream out) throws IOException {
			out.write(of(report).getBytes(StandardCharsets.UTF_8));
		}

	}

}
