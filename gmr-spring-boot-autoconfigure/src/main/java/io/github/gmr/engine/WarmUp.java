package io.github.gmr.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.gmr.content.Content;
import io.github.gmr.content.Setting;
import io.github.gmr.content.Setting.Piece;
import io.github.gmr.content.Setting.Provenance;
import io.github.gmr.content.Settings;
import io.github.gmr.report.RegisteredSection;
import io.github.gmr.section.ReportSection;

/**
 * Goes through what a real report may need, so that nothing has to be loaded when no file
 * can be opened any more.
 */
final class WarmUp {

	private static final String WORD = "warm-up";

	private WarmUp() {
	}

	/**
	 * Return a section of each kind of content.
	 * @return the sections
	 */
	static List<RegisteredSection> sections() {
		return List.of(section("fields", WarmUp::fields), section("settings", WarmUp::settings),
				section("failure", () -> {
					throw new IllegalStateException(WORD);
				}));
	}

	/**
	 * Share a request with others, as every request does.
	 */
	static void coalescer() {
		new RequestCoalescer<String>().share(List.of(ReportRequest.of(WORD, WORD)), Duration.ofSeconds(1),
				(batch) -> WORD);
	}

	private static Content fields() {
		return Content.fields((fields) -> fields.add("value", 1)
			.add("map", Map.of(WORD, true))
			.add("items", List.of(WORD, Duration.ZERO))
			.add("table", Content.table(List.of(WORD), (table) -> table.column("length", String::length)))
			.add(Content.info(WORD).next("Threads"))
			.attempt("failure", () -> {
				throw new IllegalStateException(WORD);
			}));
	}

	private static Content settings() {
		List<Piece> pieces = List.of(new Piece("a", List.of()), new Piece("b", List.of("warm-up.other")));
		Provenance provenance = new Provenance(WORD, "line 1", 1);
		return new Settings(List.of(Setting.of("warm-up.plain", WORD, provenance),
				Setting.of("warm-up", "warm-up.password", pieces, provenance)));
	}

	private static RegisteredSection section(String name, ReportSection section) {
		return new RegisteredSection(WORD + "-" + name, WORD + " " + name, section, null);
	}

}
