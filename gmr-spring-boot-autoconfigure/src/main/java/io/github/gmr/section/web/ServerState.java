package io.github.gmr.section.web;

import java.util.List;
import java.util.Locale;

import io.github.gmr.content.Failure;
import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.section.bean.Reading;
import io.github.gmr.section.bean.Readings;
import org.jspecify.annotations.Nullable;

/**
 * How busy a web server is.
 *
 * @param kind which server it is
 * @param figures its figures, each {@code null} if the server does not report it
 */
record ServerState(String kind, Readings<Number> figures) {

	static final String MAX = "max threads";

	private static final String UNKNOWN = "unknown";

	/**
	 * Return how many threads there may be.
	 * @return the number, {@code null} if it is not known
	 */
	@Nullable Number max() {
		return this.figures.all()
			.stream()
			.filter((figure) -> figure.name().equals(MAX))
			.findFirst()
			.map(Reading::answer)
			.orElse(null);
	}

	/**
	 * Return the settings that decide how many threads there may be.
	 * @return their names, empty if they are not known
	 */
	List<String> settings() {
		return switch (this.kind.toLowerCase(Locale.ROOT)) {
			case "tomcat" -> List.of("server.tomcat.threads.max");
			case "jetty" -> List.of("server.jetty.threads.max");
			case "undertow" -> List.of("server.undertow.threads.worker");
			default -> List.of();
		};
	}

	void addTo(FieldsBuilder fields) {
		fields.add("kind", this.kind);
		for (Reading<Number> figure : this.figures.all()) {
			Number number = figure.answer();
			Failure silence = figure.silence();
			fields.add(figure.name(), (silence != null) ? silence : (number != null) ? number : UNKNOWN);
		}
		this.figures.addFinding(fields, "figures of the server", WebSection.TITLE);
	}

}
