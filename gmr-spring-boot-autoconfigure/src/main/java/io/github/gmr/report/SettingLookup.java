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

/**
 * Finds the settings that a finding names among those that the report shows, however they
 * are spelled.
 */
final class SettingLookup {

	private static final Pattern SEPARATORS = Pattern.compile("[^\\p{Alnum}]");

	private final Map<String, Setting> settings = new HashMap<>();

	/**
	 * Whether a setting that the report does not show is not set.
	 */
	private final boolean complete;

	/**
	 * Look up settings of a report.
	 * @param settings what the report shows
	 */
	SettingLookup(List<Settings> settings) {
		this.complete = settings.stream().anyMatch((shown) -> shown.omitted() == 0);
		for (Settings shown : settings) {
			for (Setting setting : shown.settings()) {
				this.settings.putIfAbsent(uniform(setting.name()), setting);
			}
		}
		// The very name counts more than another spelling
		settings.forEach((shown) -> shown.settings().forEach((setting) -> this.settings.put(setting.name(), setting)));
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
		Setting shown = this.settings.getOrDefault(setting.name(), this.settings.get(uniform(setting.name())));
		if (shown != null) {
			return shown;
		}
		Remark remark = this.complete ? new Remark(Remark.Kind.UNSET, null) : null;
		return new Setting(setting.group(), setting.name(), null, null, false, List.of(), remark);
	}

	private static String uniform(String name) {
		return SEPARATORS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
	}

}
