package io.github.gmr.content.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names that have been given, so that each new one is unique: the second of a name gets
 * {@code " (2)"}, or a number in another form. Used by one thread at a time.
 */
public final class UniqueNames {

	private final String suffix;

	private final Set<String> given = new HashSet<>();

	private final Map<String, Integer> counts = new HashMap<>();

	/**
	 * Create names that are numbered in parentheses.
	 */
	public UniqueNames() {
		this(" (%d)");
	}

	/**
	 * Create names that are numbered in another form.
	 * @param suffix the format of the number, such as {@code "-%d"}
	 */
	public UniqueNames(String suffix) {
		this.suffix = suffix;
	}

	/**
	 * Return a name that was not given before.
	 * @param name the name
	 * @return the name, numbered if necessary
	 */
	public String unique(String name) {
		String unique = name;
		while (!this.given.add(unique)) {
			unique = name + String.format(Locale.ROOT, this.suffix,
					this.counts.merge(name, 2, (count, ignored) -> count + 1));
		}
		return unique;
	}

}
