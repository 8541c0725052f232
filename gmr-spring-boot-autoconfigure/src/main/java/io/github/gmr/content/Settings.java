package io.github.gmr.content;

import java.util.List;

import io.github.gmr.content.text.WellFormed;
import org.jspecify.annotations.Nullable;

/**
 * Configuration settings. Their values are the only content that an audience may not be
 * allowed to see at all.
 *
 * @param settings the settings, by group
 * @param legend one line on which values the audience sees, or {@code null} before the
 * report was redacted
 */
public record Settings(List<Setting> settings, @Nullable String legend) implements Content {

	public Settings {
		settings = List.copyOf(settings);
		legend = (legend != null) ? WellFormed.name(legend) : null;
	}

	@Override
	public <R> R accept(ContentVisitor<R> visitor) {
		return visitor.visitSettings(this);
	}

	@Override
	public String asText() {
		return "(settings)";
	}

	/**
	 * Create settings for no audience in particular.
	 * @param settings the settings, by group
	 */
	public Settings(List<Setting> settings) {
		this(settings, null);
	}

}
