package io.github.gmr.redact.name;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One row of a {@link RuleTable}.
 *
 * @param <T> what the rule is about
 * @param name what the rule recognises
 * @param condition what must match
 * @param result which shape follows from that
 * @param examples names that this rule decides, and no rule above it: each is a test
 */
record Rule<T>(String name, Predicate<T> condition, Function<T, Shape> result, List<String> examples) {

	Rule {
		if (examples.isEmpty()) {
			throw new IllegalArgumentException("'examples' of '" + name + "' must not be empty");
		}
		examples = List.copyOf(examples);
	}

}
