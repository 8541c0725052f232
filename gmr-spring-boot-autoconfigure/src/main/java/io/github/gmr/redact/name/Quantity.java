package io.github.gmr.redact.name;

import java.util.Locale;
import java.util.Set;

/**
 * Recognises numbers, durations, sizes and lists of them: {@code 8}, {@code 1h30m},
 * {@code PT5M}, {@code 10MB}, {@code 1,2,3}.
 */
public final class Quantity {

	private static final int MAX_LENGTH = 64;

	private static final Set<String> UNITS = Set.of("", "ns", "us", "ms", "s", "sec", "secs", "second", "seconds", "m",
			"min", "mins", "minute", "minutes", "h", "hour", "hours", "d", "day", "days", "w", "week", "weeks", "month",
			"months", "year", "years", "y", "b", "kb", "mb", "gb", "tb", "kib", "mib", "gib", "k", "g", "t", "byte",
			"bytes", "bit", "bits", "x", "e", "l", "f", "p", "pt", "dt", "z", "rps");

	private static final String SIGNS = "+-.,:/% _*";

	private Quantity() {
	}

	/**
	 * Return whether a value is a quantity.
	 * @param value the value
	 * @return whether there is nothing but numbers, units and signs in it
	 */
	public static boolean matches(String value) {
		if (value.length() > MAX_LENGTH || !isStart(value) || value.chars().noneMatch((ch) -> ch >= '0' && ch <= '9')) {
			return false;
		}
		int position = 0;
		while (position < value.length()) {
			int end = endOfUnit(value, position);
			if (end < 0) {
				return false;
			}
			position = end;
		}
		return true;
	}

	private static boolean isStart(String value) {
		return value.isEmpty() || value.charAt(0) == 'P' || !Character.isLetter(value.charAt(0));
	}

	private static int endOfUnit(String value, int start) {
		char first = value.charAt(start);
		if ((first >= '0' && first <= '9') || SIGNS.indexOf(first) >= 0) {
			return start + 1;
		}
		int end = start;
		while (end < value.length() && Character.isLetter(value.charAt(end))) {
			end++;
		}
		return (end > start && UNITS.contains(value.substring(start, end).toLowerCase(Locale.ROOT))) ? end : -1;
	}

}
