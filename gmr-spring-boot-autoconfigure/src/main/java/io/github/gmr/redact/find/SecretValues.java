package io.github.gmr.redact.find;

import io.github.gmr.redact.name.NameRules;
import io.github.gmr.redact.name.Quantity;
import io.github.gmr.redact.name.Shape;
import io.github.gmr.redact.text.Marks;
import io.github.gmr.redact.text.Prose;
import io.github.gmr.redact.text.Scan;

/**
 * Marks the values that a text gives to the names of secrets.
 */
final class SecretValues {

	private static final int MAX_DEPTH = 16;

	private final String text;

	private final NameRules names;

	private final Variables variables;

	private final Marks marks;

	private final ValueExtent extent;

	/**
	 * Characters of values that may be looked at, as values may be parts of others.
	 */
	private long budget;

	SecretValues(String text, NameRules names, Marks marks, ValueExtent extent) {
		this.text = text;
		this.names = names;
		this.variables = new Variables(names);
		this.marks = marks;
		this.extent = extent;
		this.budget = MAX_DEPTH * (text.length() + 1000L);
	}

	/**
	 * Mark a value, quoted or in brackets or neither.
	 * @param name the name it is given to
	 * @param start the first character, of the value or before it
	 * @param words whether the value may have spaces
	 * @param options whether an option of a command line may follow
	 * @return the index after what was marked, or {@code start} if nothing was
	 */
	int markValue(String name, int start, boolean words, boolean options) {
		int quote = this.extent.quoteLength(start);
		int end = end(name, start, quote, words, options);
		String value = this.text.substring(start + quote, Math.max(start + quote, end));
		boolean prose = words && this.text.startsWith(": ", start - 2) && Prose.matches(value);
		prose |= words && this.names.shape(name) == Shape.SCHEME && isSentence(value);
		if (prose || this.variables.matches(name, withoutDelimiter(value)) || isFigure(name, value, words)) {
			return start;
		}
		int marked = mark(name, start + quote, end);
		return (marked > start + quote) ? marked : start;
	}

	/**
	 * Return whether several words follow, the first of which is no scheme of
	 * authentication.
	 */
	private static boolean isSentence(String value) {
		int end = Scan.end(value, 0, Character::isLetter);
		return value.startsWith(" ", end) && !Shape.SCHEME.admits(value.substring(0, end))
				&& !Character.isUpperCase(value.charAt(0));
	}

	private static String withoutDelimiter(String value) {
		return value.substring(0, Scan.start(value, 0, value.length(), (ch) -> ",;)".indexOf(ch) >= 0));
	}

	/**
	 * Return whether a value is a figure that may be shown, and what follows it is not a
	 * part of it: brackets that close what opened before the name, or words of a
	 * sentence.
	 */
	private boolean isFigure(String name, String value, boolean words) {
		int end = Scan.end(value, 0, (ch) -> Character.isLetterOrDigit(ch) || ch == '.');
		boolean closed = value.substring(end).chars().allMatch((ch) -> "}])\"".indexOf(ch) >= 0);
		boolean sentence = words && value.startsWith(", ", end)
				&& value.substring(end).chars().noneMatch(Character::isDigit);
		return end > 0 && end < value.length() && (closed || sentence) && Quantity.matches(value.substring(0, end))
				&& !this.names.hides(name, value.substring(0, end));
	}

	/**
	 * Mark a part of the text if it is a secret.
	 * @param name the name it is given to
	 * @param start the first character
	 * @param end the index after the last character
	 * @return the index after what was marked, or {@code start} if nothing was
	 */
	int mark(String name, int start, int end) {
		if (isMasked(start)) {
			return start + Marks.MASK.length();
		}
		this.budget -= Math.max(0, end - start);
		if (this.budget < 0) {
			throw new IllegalStateException("Values are nested too often");
		}
		if (start < end && this.names.hides(name, this.text.substring(start, end))) {
			this.marks.mark(start, end);
			return end;
		}
		return start;
	}

	/**
	 * Return whether the value was masked before: to mask it again must change nothing.
	 */
	private boolean isMasked(int start) {
		int end = start + Marks.MASK.length();
		return this.text.startsWith(Marks.MASK, start)
				&& (end >= this.text.length() || !Character.isLetterOrDigit(this.text.charAt(end)));
	}

	private int end(String name, int start, int quote, boolean words, boolean options) {
		if (quote > 0) {
			return this.extent.endOfQuote(start + quote, this.text.substring(start, start + quote));
		}
		if (start < this.text.length() && (this.text.charAt(start) == '{' || this.text.charAt(start) == '[')) {
			return this.extent.endOfBrackets(start);
		}
		int credentials = (this.names.shape(name) == Shape.SCHEME) ? this.extent.endOfCredentials(start) : start;
		if (credentials > start) {
			return credentials;
		}
		return (this.names.shape(name) == Shape.COOKIE) ? this.extent.endOfCookies(start)
				: this.extent.endOfBare(start, words, options);
	}

}
