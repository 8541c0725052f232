package io.github.gmr.view.html;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import io.github.gmr.view.Markup;

/**
 * Writes the frame of a table, which scrolls by itself where the page is narrow.
 */
final class HtmlTable {

	private final Markup html;

	HtmlTable(Markup html) {
		this.html = html;
	}

	HtmlTable start(List<String> columns) throws IOException {
		return start(columns, Set.of());
	}

	/**
	 * Start a table.
	 * @param columns the headers
	 * @param numbers the indexes of the columns that hold numbers
	 * @return this
	 */
	HtmlTable start(List<String> columns, Set<Integer> numbers) throws IOException {
		this.html.line().start("div", "scroll").attribute("tabindex", "0").attribute("role", "group");
		this.html.attribute("aria-label", "Table").start("table").start("thead").start("tr");
		for (int i = 0; i < columns.size(); i++) {
			this.html.start("th", numbers.contains(i) ? "number" : "text").attribute("scope", "col");
			this.html.text(columns.get(i)).end();
		}
		this.html.end().end();
		return this;
	}

	void end() throws IOException {
		this.html.end().end();
	}

}
