package io.github.gmr.content;

import org.jspecify.annotations.Nullable;

/**
 * One configuration setting.
 *
 * @param group the group it is printed under, {@code "default"} for a name without one
 * @param name the whole name, such as {@code "server.port"}
 * @param value the effective value, or {@code null}
 * @param provenance where the value comes from, or {@code null} if nobody knows
 * @param hidden whether the value is withheld from the audience
 */
public record Setting(String group, String name, @Nullable String value, @Nullable Provenance provenance,
		boolean hidden) {

	public Setting {
		group = WellFormed.name(group);
		name = WellFormed.name(name);
		value = (value != null) ? WellFormed.text(value) : null;
	}

	/**
	 * Create a setting whose group is the first part of its dotted name.
	 * @param name the whole name
	 * @param value the effective value
	 * @param provenance where the value comes from
	 * @return the setting
	 */
	public static Setting of(String name, @Nullable String value, @Nullable Provenance provenance) {
		int dot = name.indexOf('.');
		return new Setting((dot > 0) ? name.substring(0, dot) : "default", name, value, provenance, false);
	}

	/**
	 * Where the value of a setting comes from.
	 *
	 * @param source the name of the property source that wins
	 * @param origin the place in it, such as file and line, or {@code null}
	 * @param shadowed how many sources of lower precedence have a value, too
	 */
	public record Provenance(String source, @Nullable String origin, int shadowed) {

		public Provenance {
			source = WellFormed.name(source);
			origin = (origin != null) ? WellFormed.name(origin) : null;
		}

	}

}
