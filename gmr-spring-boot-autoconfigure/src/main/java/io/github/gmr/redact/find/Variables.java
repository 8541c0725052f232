package io.github.gmr.redact.find;

import java.util.List;
import java.util.Locale;

import io.github.gmr.redact.name.NameRules;

/**
 * Recognises what stands in place of a secret that a text does not tell:
 * {@code :password}, {@code {token}}, {@code $DB_PASSWORD}, {@code <token>}, {@code ?}.
 */
final class Variables {

	private record Notation(String before, String after) {
	}

	private static final List<Notation> NOTATIONS = List.of(new Notation("{{", "}}"), new Notation("#{", "}"),
			new Notation("${", "}"), new Notation("{", "}"), new Notation("<", ">"), new Notation("%", "%"),
			new Notation("$(", ")"), new Notation("$", ""), new Notation(":", ""), new Notation("@", ""));

	/**
	 * How regular expressions begin that match any value.
	 */
	private static final List<String> PATTERNS = List.of("(\\", "([^", "[^", "(.*", "(.+", ".*", ".+", "(?", "\\S",
			"\\w");

	private final NameRules names;

	Variables(NameRules names) {
		this.names = names;
	}

	/**
	 * Return whether a value is a variable, which is called like a secret.
	 * @param name what the value is assigned to
	 * @param value the value
	 * @return whether there is no secret in it
	 */
	boolean matches(String name, String value) {
		if (value.length() > ValueExtent.MAX_NAME) {
			return false;
		}
		if (value.equals("?") || value.equals("%s") || value.equals("{}")
				|| PATTERNS.stream().anyMatch(value::startsWith)) {
			return true;
		}
		for (Notation notation : NOTATIONS) {
			int end = value.length() - notation.after().length();
			int start = notation.before().length();
			if (value.startsWith(notation.before()) && start < end && value.endsWith(notation.after())) {
				return isSecretName(name, value.substring(start, end).strip());
			}
		}
		return false;
	}

	private boolean isSecretName(String name, String variable) {
		boolean identifier = variable.chars().allMatch((ch) -> Character.isLetter(ch) || "_.- ".indexOf(ch) >= 0);
		boolean oneCase = variable.equals(variable.toLowerCase(Locale.ROOT))
				|| variable.equals(variable.toUpperCase(Locale.ROOT)) || variable.equalsIgnoreCase(name);
		boolean same = name.regionMatches(true, 0, variable, 0, variable.length());
		return identifier && oneCase && (same || this.names.shape(variable).isSecret());
	}

}
