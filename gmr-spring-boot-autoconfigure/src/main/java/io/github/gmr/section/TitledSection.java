package io.github.gmr.section;

import io.github.gmr.content.Content;
import org.jspecify.annotations.Nullable;

/**
 * A section with a title of its own.
 *
 * @param title the title
 * @param section the section
 */
record TitledSection(String title, ReportSection section) implements ReportSection {

	TitledSection {
		if (title.isBlank()) {
			throw new IllegalArgumentException("'title' must not be blank");
		}
	}

	@Override
	public @Nullable Content content() throws Exception {
		return this.section.content();
	}

}
