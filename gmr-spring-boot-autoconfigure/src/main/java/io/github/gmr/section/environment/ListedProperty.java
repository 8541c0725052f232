package io.github.gmr.section.environment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A property and what the sources say about it, in any spelling of its name.
 */
final class ListedProperty {

	private final List<SourceValue> values = new ArrayList<>(1);

	private String name;

	ListedProperty(SourceValue first) {
		this.values.add(first);
		this.name = first.name();
	}

	/**
	 * Add a value of a source of lower precedence. The name is the nicest of them all: a
	 * file says {@code login-page} where a variable can only say {@code LOGINPAGE}.
	 * @param value the value
	 */
	void add(SourceValue value) {
		this.values.add(value);
		if (value.name().indexOf('-') > 0 && this.name.indexOf('-') < 0) {
			this.name = value.name();
		}
	}

	String name() {
		return this.name;
	}

	String group() {
		return this.values.get(0).group();
	}

	/**
	 * Return the values.
	 * @return the values, in the order of precedence
	 */
	List<SourceValue> values() {
		return this.values;
	}

	/**
	 * Return the value if there is nothing for the environment to decide.
	 * @return the only value, {@code null} if there are others, or it may be changed
	 */
	@Nullable SourceValue only() {
		SourceValue first = this.values.get(0);
		return (this.values.size() == 1 && first.isPlain()) ? first : null;
	}

	boolean hasPlaceholders() {
		for (SourceValue value : this.values) {
			if (value.hasPlaceholders()) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return in which other spellings sources have it.
	 * @return the names but for the nicest one
	 */
	Set<String> otherNames() {
		if (this.values.size() == 1) {
			return Set.of();
		}
		Set<String> names = new LinkedHashSet<>();
		this.values.forEach((value) -> names.add(value.name()));
		names.remove(this.name);
		return names;
	}

	/**
	 * Return the environment variables that would have won if they set this property.
	 * @param answer what the environment has by the name of the property
	 * @return the values of the variables
	 */
	List<SourceValue> variablesBefore(EffectiveProperty answer) {
		SourceValue winner = answer.winner();
		if (this.values.size() == 1 && !answer.isUnknown()) {
			return List.of();
		}
		return this.values.stream()
			.takeWhile((value) -> answer.isUnknown() || (winner != null && value != winner))
			.filter(SourceValue::isVariable)
			.toList();
	}

	/**
	 * Return the values that sources have by one spelling of the name.
	 * @param name the name
	 * @return the values, in the order of precedence
	 */
	List<SourceValue> valuesOf(String name) {
		return this.values.stream().filter((value) -> value.name().equals(name)).toList();
	}

}
