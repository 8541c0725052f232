package io.github.gmr.content;

import java.util.List;

/**
 * Configuration settings. Their values are the only content that an audience may not be
 * allowed to see at all.
 *
 * @param settings the settings, by group
 */
public record Settings(List<Setting> settings) implements Content {

	public Settings {
		settings = List.copyOf(settings);
	}

}
