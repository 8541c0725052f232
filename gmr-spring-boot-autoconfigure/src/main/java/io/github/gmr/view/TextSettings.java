package io.github.gmr.view;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.gmr.content.Setting;
import io.github.gmr.content.Setting.Provenance;
import io.github.gmr.content.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Writes settings by group, in their order: an empty line, the group, then its settings
 * two columns deeper, each followed by where its value comes from.
 */
final class TextSettings {

	private final Map<String, List<Setting>> groups = new LinkedHashMap<>();

	private final @Nullable String legend;

	TextSettings(Settings settings) {
		this.legend = settings.legend();
		settings.settings()
			.forEach((setting) -> this.groups.computeIfAbsent(setting.group(), (group) -> new ArrayList<>())
				.add(setting));
	}

	void write(TextLines lines) throws IOException {
		if (this.legend != null) {
			lines.data("values = " + this.legend);
		}
		for (Map.Entry<String, List<Setting>> group : this.groups.entrySet()) {
			lines.line("").data(group.getKey() + ": ");
			for (Setting setting : group.getValue()) {
				write(setting, lines.deeper());
			}
		}
	}

	private static void write(Setting setting, TextLines lines) throws IOException {
		String value = (setting.value() != null) ? setting.value() : "None";
		if (value.indexOf('\n') < 0) {
			lines.data(name(setting) + " = " + value + origin(setting.provenance()));
		}
		else {
			lines.data(name(setting) + " = " + origin(setting.provenance()));
			lines.deeper().data(value);
		}
	}

	private static String name(Setting setting) {
		String prefix = setting.group() + ".";
		return setting.name().startsWith(prefix) ? setting.name().substring(prefix.length()) : setting.name();
	}

	private static String origin(@Nullable Provenance provenance) {
		if (provenance == null) {
			return "";
		}
		return "  (" + ((provenance.origin() != null) ? provenance.origin() : provenance.source()) + ")";
	}

}
