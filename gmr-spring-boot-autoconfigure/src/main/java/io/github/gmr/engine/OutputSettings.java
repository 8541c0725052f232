package io.github.gmr.engine;

import java.util.List;

import io.github.gmr.engine.OutputSettings.Stderr.Use;
import io.github.gmr.redact.Audience;
import io.github.gmr.sink.FileSink;
import io.github.gmr.sink.ReportSink;
import io.github.gmr.view.ReportView;
import io.github.gmr.view.html.HtmlReportView;
import io.github.gmr.view.json.JsonReportView;
import io.github.gmr.view.text.BriefReportView;
import io.github.gmr.view.text.TextReportView;
import io.github.gmr.view.xml.XmlReportView;
import org.jspecify.annotations.Nullable;

/**
 * Where published reports go, and how they look.
 *
 * @param views the formats to choose from
 * @param sinks the sinks, standard error aside
 * @param stderr the format on standard error, and when it is used
 * @param maxSize how many bytes a rendered report may have
 * @param audience who reads published reports
 */
public record OutputSettings(List<ReportView> views, List<NamedSink> sinks, Stderr stderr, long maxSize,
		Audience audience) {

	private static final String TEXT = "text";

	private static final List<ReportView> BUILT_IN = List.of(new TextReportView(), new BriefReportView(),
			new JsonReportView(), new XmlReportView(), new HtmlReportView());

	public OutputSettings {
		views = List.copyOf(views);
		sinks = List.copyOf(sinks);
	}

	/**
	 * Return a view by its name.
	 * @param format the name
	 * @return the view
	 * @throws IllegalArgumentException if there is none
	 */
	public ReportView view(String format) {
		return this.views.stream()
			.filter((view) -> view.name().equals(format))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("there is no format '%s', use one of %s".formatted(format,
					this.views.stream().map(ReportView::name).toList())));
	}

	/**
	 * Return the format of reports on standard error.
	 * @return the view, {@code null} if whole reports go there only if others do not take
	 * them, or never
	 */
	@Nullable ReportView viewOnStderr() {
		boolean whole = this.stderr.use() == Use.ALWAYS
				|| (this.stderr.use() == Use.UNLESS_DELIVERED && this.sinks.isEmpty());
		return whole ? view(this.stderr.format()) : null;
	}

	/**
	 * Return these settings where there are no beans of the application, be it not yet or
	 * no longer: files stay, and what went elsewhere goes to standard error.
	 * @return the settings with built-in formats and sinks only
	 */
	public OutputSettings withoutBeans() {
		List<NamedSink> files = this.sinks.stream()
			.filter((sink) -> sink.sink() instanceof FileSink)
			.map((sink) -> new NamedSink(sink.name(), builtIn(sink.format()), sink.sink()))
			.toList();
		Use use = files.isEmpty() ? Use.ALWAYS : this.stderr.use();
		return new OutputSettings(BUILT_IN, files,
				new Stderr(use, builtIn(this.stderr.format()), this.stderr.maxSize()), this.maxSize, this.audience);
	}

	private static String builtIn(String format) {
		return BUILT_IN.stream().anyMatch((view) -> view.name().equals(format)) ? format : TEXT;
	}

	/**
	 * A sink with its name and the format it gets.
	 *
	 * @param name the name
	 * @param format the name of the format
	 * @param sink the sink
	 */
	public record NamedSink(String name, String format, ReportSink sink) {

	}

	/**
	 * How standard error is used.
	 *
	 * @param use when it gets whole reports
	 * @param format the name of the format
	 * @param maxSize how many bytes a report there may have
	 */
	public record Stderr(Use use, String format, long maxSize) {

		/**
		 * When standard error gets whole reports.
		 */
		public enum Use {

			/**
			 * Gets every report.
			 */
			ALWAYS,

			/**
			 * Gets a report if no other sink took it, else one line that says where it
			 * is.
			 */
			UNLESS_DELIVERED,

			/**
			 * Never gets a report.
			 */
			NEVER

		}

	}

}
