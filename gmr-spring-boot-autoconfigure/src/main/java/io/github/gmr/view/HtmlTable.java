package io.github.gmr.view;

import java.io.IOException;
import java.util.List;

/**
 * Writes the frame of a table, which scrolls by itself where the page is narrow.
 */
final class HtmlTable {

	private final Markup html;

	HtmlTable(Markup html) {
		this.html = html;
	}

	HtmlTable start(List<String> columns) throws IOException {
		this.html.line().start("div", "scroll").attribute("tabindex", "0").attribute("role", "region");
		this.html.attribute("aria-label", "Table").start("table").start("thead").start("tr");
		for (String column : columns) {
			this.html.start("th").attribute("scope", "col").text(column).end();
		}
		this.html.end().end();
		return this;
	}

	void end() throws IOException {
		this.html.end().end();
	}

}
