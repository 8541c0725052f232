package io.github.gmr.actuate;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.github.gmr.view.ReportView;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;

/**
 * Chooses what to ask Spring Boot for on behalf of a client. It knows neither how much a
 * client wants what it accepts, nor the formats of the application, nor where a request
 * comes from. Immutable.
 */
final class ReportNegotiation {

	static final String FORMAT = "format";

	private static final String ALL = "*/*";

	/**
	 * The formats of what says where a report went.
	 */
	private static final List<ReportFormat> PUBLICATION = List.of(ReportFormat.TEXT, ReportFormat.JSON);

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
	 * Choose a response.
	 * @param request the request
	 * @param format the name of the format that it asks for, {@code null} to choose by
	 * what it accepts
	 * @return what to ask Spring Boot for, empty if no operation has the request's method
	 */
	Optional<Choice> choose(HttpRequest request, @Nullable String format) {
		AcceptedTypes accepted = AcceptedTypes.of(request.getHeaders().getValuesAsList(HttpHeaders.ACCEPT));
		return switch (request.getMethod().name()) {
			case "GET", "HEAD" -> Optional.of(new Choice(ALL, report(format, accepted)));
			case "POST" -> Optional.of(new Choice(publication(request, format, accepted), null));
			default -> Optional.empty();
		};
	}

	private String report(@Nullable String format, AcceptedTypes accepted) {
		return (format != null) ? format
				: accepted.best(this.views, ReportView::mediaType).map(ReportView::name).orElse(ReportReader.NO_FORMAT);
	}

	/**
	 * Returns the media type of the operation to call.
	 */
	private static String publication(HttpRequest request, @Nullable String format, AcceptedTypes accepted) {
		if (CrossSite.maySend(request)) {
			return GmrEndpointWebExtension.CROSS_SITE;
		}
		return PUBLICATION.stream()
			.filter((known) -> known.view().equals(format))
			.findFirst()
			.or(() -> accepted.best(PUBLICATION, ReportFormat::mediaType))
			.map(ReportFormat::mediaType)
			.orElse(GmrEndpointWebExtension.NOT_ACCEPTABLE);
	}

	/**
	 * What to ask Spring Boot for.
	 *
	 * @param accept the media type to accept, which chooses the operation
	 * @param format the name of the format of a report, or {@code null}
	 */
	record Choice(String accept, @Nullable String format) {

	}

}
