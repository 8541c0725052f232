package io.github.gmr.view.text;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.gmr.content.Setting;
import io.github.gmr.content.Setting.Provenance;
import io.github.gmr.content.Settings;
import io.github.gmr.view.SettingGroups;
import org.jspecify.annotations.Nullable;

/**
 * Writes settings by group, in their order: an empty line, the group, then its settings
 * two columns deeper, each followed by where its value comes from. They have names enough
 * to need none of a field.
 */
final class TextSettings implements TextBlock {

	private final Map<String, List<Setting>> groups;

	private final @Nullable String legend;

	private final long omitted;

	TextSettings(Settings settings) {
		this.legend = settings.legend();
		this.omitted = settings.omitted();
		this.groups = SettingGroups.of(settings);
	}

	@Override
	public void write(TextLines lines) throws IOException {
		if (this.legend != null) {
			lines.named("values = " + this.legend);
		}
		for (Map.Entry<String, List<Setting>> group : this.groups.entrySet()) {
			String common = commonSource(group.getValue());
			lines.line("").named(group.getKey() + ": " + ((common != null) ? " (" + common + ")" : ""));
			for (Setting setting : group.getValue()) {
				write(setting, (common != null) ? "" : provenance(setting), lines.deeper());
			}
		}
		if (this.omitted > 0) {
			lines.line("").data("... " + this.omitted + " more settings");
		}
	}

	@Override
	public void writeField(String name, TextLines lines) throws IOException {
		write(lines);
	}

	private static void write(Setting setting, String provenance, TextLines lines) throws IOException {
		String value = (setting.value() != null) ? setting.value() : "None";
		if (value.isBlank()) {
			value = value.replace("\n", "\\n");
		}
		if (value.indexOf('\n') < 0) {
			lines.named(name(setting) + " = " + value + provenance);
		}
		else {
			lines.named(name(setting) + " = " + provenance);
			lines.deeper().data(value);
		}
	}

	/**
	 * Return the source of a group all of which comes from one source that has no more to
	 * say about it, such as the environment variables.
	 */
	private static @Nullable String commonSource(List<Setting> settings) {
		Set<@Nullable String> sources = new HashSet<>();
		settings.forEach((setting) -> sources.add(plainSource(setting)));
		return (settings.size() > 1 && sources.size() == 1) ? sources.iterator().next() : null;
	}

	private static @Nullable String plainSource(Setting setting) {
		Provenance provenance = setting.provenance();
		if (provenance == null || provenance.shadowed() > 0 || setting.remark() != null) {
			return null;
		}
		String origin = provenance.origin();
		return (origin == null || origin.contains(setting.name())) ? provenance.source() : null;
	}

	/**
	 * Return a setting on a line of its own, far from its group.
	 * @param setting the setting
	 * @return its whole name, its value and where that comes from
	 */
	static String line(Setting setting) {
		String value = (setting.value() != null) ? " = " + setting.value().replace("\n", "\\n") : "";
		return setting.name() + value + provenance(setting);
	}

	private static String name(Setting setting) {
		String prefix = setting.group() + ".";
		return setting.name().startsWith(prefix) ? setting.name().substring(prefix.length()) : setting.name();
	}

	private static String provenance(Setting setting) {
		String place = (setting.provenance() != null) ? place(setting.provenance()) : "";
		String remark = (setting.remark() != null) ? setting.remark().text() : "";
		String separator = (place.isEmpty() || remark.isEmpty()) ? "" : "; ";
		String words = place + separator + remark;
		return words.isEmpty() ? "" : "  (" + words + ")";
	}

	private static String place(Provenance provenance) {
		return provenance.place() + ((provenance.shadowed() > 0) ? ", over " + provenance.shadowed() + " more" : "");
	}

}
