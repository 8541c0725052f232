package io.github.gmr.redact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.gmr.content.Setting;
import io.github.gmr.redact.row.NameValueColumns;
import org.jspecify.annotations.Nullable;

/**
 * What settings are called by others that stand beside them: {@code env[0].name} has the
 * name of {@code env[0].value}. Immutable.
 */
final class SiblingNames {

	private static final int MAX_NAME = 128;

	private final Map<String, String> byParent;

	private SiblingNames(Map<String, String> byParent) {
		this.byParent = byParent;
	}

	static SiblingNames of(List<Setting> settings) {
		Map<String, String> byParent = new HashMap<>();
		for (Setting setting : settings) {
			String value = setting.value();
			if (value != null && value.length() <= MAX_NAME && NameValueColumns.isName(last(setting.name()))) {
				byParent.putIfAbsent(parent(setting.name()), value);
			}
		}
		return new SiblingNames(byParent);
	}

	/**
	 * Return what else a setting is called.
	 * @param setting the name of the setting
	 * @return the value of its sibling, {@code null} if there is none
	 */
	@Nullable String nameFor(String setting) {
		return (!this.byParent.isEmpty() && NameValueColumns.isValue(last(setting)))
				? this.byParent.get(parent(setting)) : null;
	}

	private static String parent(String name) {
		return name.substring(0, Math.max(0, name.lastIndexOf('.')));
	}

	private static String last(String name) {
		return name.substring(name.lastIndexOf('.') + 1);
	}

}
