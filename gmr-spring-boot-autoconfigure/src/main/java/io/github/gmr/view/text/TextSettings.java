package io.github.gmr.view.text;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
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
			TextLines deeper = lines.deeper();
			for (Setting setting : group.getValue()) {
				write(setting, common == null, deeper);
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

	private static void write(Setting setting, boolean placed, TextLines lines) throws IOException {
		String value = (setting.value() != null) ? setting.value() : "None";
		if (value.isBlank()) {
			value = value.replace("\n", "\\n");
		}
		boolean oneLine = value.indexOf('\n') < 0;
		Writer line = lines.begin(name(setting)).append(" = ").append(oneLine ? value : "");
		if (placed) {
			writeProvenance(setting, line);
		}
		line.append('\n');
		if (!oneLine) {
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
	 * @throws IOException never
	 */
	static String line(Setting setting) throws IOException {
		StringWriter line = new StringWriter().append(setting.name());
		if (setting.value() != null) {
			line.append(" = ").append(setting.value().replace("\n", "\\n"));
		}
		writeProvenance(setting, line);
		return line.toString();
	}

	private static String name(Setting setting) {
		String name = setting.name();
		int length = setting.group().length();
		return (name.startsWith(setting.group()) && name.startsWith(".", length)) ? name.substring(length + 1) : name;
	}

	private static void writeProvenance(Setting setting, Writer line) throws IOException {
		Provenance provenance = setting.provenance();
		String place = (provenance != null) ? provenance.place() : "";
		String more = (provenance != null && provenance.shadowed() > 0) ? ", over " + provenance.shadowed() + " more"
				: "";
		String remark = (setting.remark() != null) ? setting.remark().text() : "";
		if (!place.isEmpty() || !more.isEmpty() || !remark.isEmpty()) {
			boolean both = !(place.isEmpty() && more.isEmpty()) && !remark.isEmpty();
			line.append("  (").append(place).append(more).append(both ? "; " : "").append(remark).append(')');
		}
	}

}
