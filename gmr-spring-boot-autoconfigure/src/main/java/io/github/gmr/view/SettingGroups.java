package io.github.gmr.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.gmr.content.Setting;
import io.github.gmr.content.Settings;

/**
 * Settings by their groups.
 */
public final class SettingGroups {

	private SettingGroups() {
	}

	/**
	 * Return the groups of settings.
	 * @param settings the settings
	 * @return the settings by group, in their order
	 */
	public static Map<String, List<Setting>> of(Settings settings) {
		Map<String, List<Setting>> groups = new LinkedHashMap<>();
		settings.settings()
			.forEach((setting) -> groups.computeIfAbsent(setting.group(), (group) -> new ArrayList<>()).add(setting));
		return groups;
	}

}
