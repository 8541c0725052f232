package io.github.gmr.view.html;

import java.io.IOException;
import java.util.List;

import io.github.gmr.report.SectionReport;
import io.github.gmr.view.Markup;

/**
 * Knows where the sections of a page are.
 *
 * @param sections the sections in printing order
 */
record SectionLinks(List<SectionReport> sections) {

	/**
	 * Return the anchor of a section.
	 * @param index which one it is
	 * @return the anchor
	 */
	static String anchor(int index) {
		return "section-" + index;
	}

	/**
	 * Write the title of a section, as a link to it if it is on the page.
	 * @param title the title
	 * @param html where to write it
	 * @throws IOException if the output fails
	 */
	void write(String title, Markup html) throws IOException {
		for (int i = 0; i < this.sections.size(); i++) {
			if (this.sections.get(i).title().equals(title)) {
				html.start("a").attribute("href", "#" + anchor(i)).text(title).end();
				return;
			}
		}
		html.text(title);
	}

}
