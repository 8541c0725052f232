package io.github.gmr.report;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import io.github.gmr.content.Finding;
import io.github.gmr.content.Setting;
import io.github.gmr.content.Setting.Remark;
import io.github.gmr.content.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Finds the settings that a finding names among those that the report shows, however they
 * are spelled.
 */
final class SettingLookup {

	private static final Pattern SEPARATORS = Pattern.compile("[^\\p{Alnum}]");

	private final List<Settings> settings;

	/**
	 * The settings by their names, once there is a finding that names one.
	 */
	private @Nullable Map<String, Setting> byName;

	/**
	 * Whether a setting that the report does not show is not set.
	 */
	private final boolean complete;

	/**
	 * Look up settings of a report.
	 * @param settings what the report shows
	 */
	SettingLookup(List<Settings> settings) {
		this.settings = settings;
		this.complete = settings.stream().anyMatch((shown) -> shown.omitted() == 0);
	}

	/**
	 * Return a finding with the values of the settings behind it.
	 * @param finding the finding
	 * @return the finding itself if there are none
	 */
	Finding complete(Finding finding) {
		List<Setting> settings = finding.details().settings();
		return settings.isEmpty() ? finding : finding.settings(settings.stream().map(this::find).toList());
	}

	private Setting find(Setting setting) {
		Map<String, Setting> byName = byName();
		Setting shown = byName.getOrDefault(setting.name(), byName.get(uniform(setting.name())));
		if (shown != null) {
			return shown;
		}
		Remark remark = this.complete ? new Remark(Remark.Kind.UNSET, null) : null;
		return new Setting(setting.group(), setting.name(), null, null, false, List.of(), remark);
	}

	private Map<String, Setting> byName() {
		Map<String, Setting> byName = this.byName;
		if (byName == null) {
			byName = new HashMap<>();
			for (Settings shown : this.settings) {
				for (Setting setting : shown.settings()) {
					byName.putIfAbsent(uniform(setting.name()), setting);
				}
			}
			// The very name counts more than another spelling
			for (Settings shown : this.settings) {
				for (Setting setting : shown.settings()) {
					byName.put(setting.name(), setting);
				}
			}
			this.byName = byName;
		}
		return byName;
	}

	private static String uniform(String name) {
		return SEPARATORS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
	}

}
