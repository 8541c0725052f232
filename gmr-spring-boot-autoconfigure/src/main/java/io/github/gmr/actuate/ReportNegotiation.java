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
	 * @param parameters returns the first value of a parameter, or {@code null}; without
	 * a format the choice is by what is accepted
	 * @return what to ask Spring Boot for, empty if no operation has the request's method
	 */
	Optional<Choice> choose(HttpRequest request, Parameters parameters) {
		String format = parameters.first(FORMAT);
		AcceptedTypes accepted = AcceptedTypes.of(request.getHeaders().getValuesAsList(HttpHeaders.ACCEPT));
		return switch (request.getMethod().name()) {
			case "GET", "HEAD" -> Optional
				.of(new Choice(ALL, new ReportOptions(report(format, accepted), parameters.first(FailOn.PARAMETER))));
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
	 * @param options how to answer with a report, {@code null} for no report
	 */
	record Choice(String accept, @Nullable ReportOptions options) {

	}

	/**
	 * The parameters of a request.
	 */
	@FunctionalInterface
	interface Parameters {

		@Nullable String first(String name);

	}

}
