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
 * @param omitted how many more settings there are that are not told
 */
public record Settings(List<Setting> settings, @Nullable String legend, long omitted) implements Content {

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
		this(settings, null, 0);
	}

	/**
	 * Return the first of these settings.
	 * @param count how many settings are kept
	 * @return new settings that count those that are left out
	 */
	public Settings cutTo(int count) {
		return new Settings(this.settings.subList(0, count), this.legend, this.omitted + this.settings.size() - count);
	}

}
