package io.github.gmr.actuate;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.github.gmr.view.ReportView;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the format of a response before Spring Boot does, which knows neither how much
 * a client wants what it accepts nor the formats of the application. Immutable.
 */
final class ReportNegotiation {

	static final String FORMAT = "format";

	private static final String ALL = "*/*";

	private final List<ReportView> views;

	/**
	 * Create a negotiation.
	 * @param views the formats that reports can be had in
	 */
	ReportNegotiation(List<ReportView> views) {
		this.views = views.stream()
			.sorted(Comparator.comparing((view) -> !view.name().equals(ReportFormat.TEXT.view())))
			.toList();
	}

	/**
	 * Choose a format.
	 * @param method the method of the request
	 * @param accept its {@code Accept} headers
	 * @param format the name of the format that it asks for, {@code null} to choose by
	 * what it accepts
	 * @return what to ask Spring Boot for instead, empty if there is nothing better
	 */
	Optional<Choice> choose(String method, List<String> accept, @Nullable String format) {
		if (format != null) {
			return Optional.of(new Choice(ALL, format));
		}
		AcceptedTypes types = AcceptedTypes.of(accept);
		if (method.equals("GET") || method.equals("HEAD")) {
			return types.best(this.views, ReportView::mediaType).map((view) -> new Choice(ALL, view.name()));
		}
		return types.best(GmrEndpoint.PUBLICATION, (type) -> type).map((type) -> new Choice(type, null));
	}

	/**
	 * A request for one format only.
	 *
	 * @param accept the media type to accept
	 * @param format the name of the format, or {@code null}
	 */
	record Choice(String accept, @Nullable String format) {

	}

}
