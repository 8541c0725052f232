package io.github.gmr.content.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Names that have been given, so that each new one is unique: the second of a name gets
 * {@code " (2)"}.
 */
public final class UniqueNames {

	private final Set<String> given = new HashSet<>();

	private final Map<String, Integer> counts = new HashMap<>();

	public String unique(@Nullable Object name) {
		String wellFormed = WellFormed.name(name);
		String unique = wellFormed;
		while (!this.given.add(unique)) {
			unique = wellFormed + " (" + this.counts.merge(wellFormed, 2, (count, ignored) -> count + 1) + ")";
		}
		return unique;
	}

}
