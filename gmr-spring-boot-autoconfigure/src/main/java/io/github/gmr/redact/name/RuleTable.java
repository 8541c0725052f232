package io.github.gmr.redact.name;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Rules in their order: the first that matches decides. Immutable.
 *
 * @param <T> what the rules are about
 */
final class RuleTable<T> {

	private final List<Rule<T>> rules;

	private RuleTable(List<Rule<T>> rules) {
		this.rules = rules;
	}

	static <T> RuleTable<T> empty() {
		return new RuleTable<>(List.of());
	}

	/**
	 * Return this table with one more row at its end.
	 * @param name what the row recognises
	 * @param condition what must match
	 * @param shape the shape that follows from that
	 * @param examples names that this row decides
	 * @return the longer table
	 */
	RuleTable<T> row(String name, Predicate<T> condition, Shape shape, String... examples) {
		return row(name, condition, (subject) -> shape, examples);
	}

	/**
	 * Return this table with one more row at its end.
	 * @param name what the row recognises
	 * @param condition what must match
	 * @param result returns the shape that follows from that
	 * @param examples names that this row decides
	 * @return the longer table
	 */
	RuleTable<T> row(String name, Predicate<T> condition, Function<T, Shape> result, String... examples) {
		Rule<T> row = new Rule<>(name, condition, result, List.of(examples));
		return new RuleTable<>(Stream.concat(this.rules.stream(), Stream.of(row)).toList());
	}

	List<Rule<T>> rules() {
		return this.rules;
	}

	/**
	 * Return the rule that decides.
	 * @param subject what to decide about
	 * @return the first rule that matches, if there is one
	 */
	Optional<Rule<T>> first(T subject) {
		for (Rule<T> rule : this.rules) {
			if (rule.condition().test(subject)) {
				return Optional.of(rule);
			}
		}
		return Optional.empty();
	}

	/**
	 * Return the shape by the first rule that matches.
	 * @param subject what to decide about
	 * @return the shape, {@link Shape#ANY} if no rule matches
	 */
	Shape decide(T subject) {
		return first(subject).map((rule) -> rule.result().apply(subject)).orElse(Shape.ANY);
	}

}
