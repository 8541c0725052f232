package io.github.gmr.section.web;

import java.util.List;
import java.util.Locale;

import io.github.gmr.content.Check;
import io.github.gmr.content.Check.Level;
import io.github.gmr.content.Content;
import io.github.gmr.content.Failure;
import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.content.Finding;
import io.github.gmr.content.text.Share;
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

	private static final int ALL = 100;

	static final String CONNECTIONS = "connections";

	static final String MAX_CONNECTIONS = "max connections";

	static final Check EXHAUSTED = new Check("server-connections-exhausted");

	private static final String UNKNOWN = "unknown";

	/**
	 * Return how many threads there may be.
	 * @return the number, {@code null} if it is not known
	 */
	@Nullable Number max() {
		return figure(MAX);
	}

	private @Nullable Number figure(String name) {
		return this.figures.all()
			.stream()
			.filter((figure) -> figure.name().equals(name))
			.findFirst()
			.map(Reading::answer)
			.orElse(null);
	}

	/**
	 * Look whether the server has as many connections as it may have. It does not accept
	 * any more then.
	 * @return the result
	 */
	Check.Result checkConnections() {
		Number open = figure(CONNECTIONS);
		Number max = figure(MAX_CONNECTIONS);
		if (open == null || max == null) {
			return EXHAUSTED.notPossible("the server has no limit of connections, or does not tell");
		}
		Share share = new Share(open.longValue(), max.longValue());
		Finding finding = exhausted(share);
		return EXHAUSTED.of(share.reaches(ALL) ? finding : null, Level.of(share, ALL));
	}

	private Finding exhausted(Share share) {
		Finding finding = Content
			.warning("%d of %d connections that the web server may have are open: further ones are not accepted",
					share.part(), share.whole())
			.evidence("open", share.part())
			.evidence("max", share.whole())
			.next(WebSection.TITLE);
		return finding.setting("server.%s.max-connections".formatted(this.kind.toLowerCase(Locale.ROOT)));
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
