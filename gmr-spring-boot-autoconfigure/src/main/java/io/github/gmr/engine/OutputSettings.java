package io.github.gmr.engine;

import java.util.List;

import io.github.gmr.redact.Audience;
import io.github.gmr.sink.ReportSink;
import io.github.gmr.view.ReportView;

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
