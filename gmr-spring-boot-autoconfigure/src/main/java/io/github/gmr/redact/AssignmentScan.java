package io.github.gmr.redact;

import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * One walk over one text in search of {@link Assignments}.
 */
final class AssignmentScan {

	private static final Set<String> LINKS = Set.of("is", "was", "of", "to", "with", "as", "by", "value", "for");

	private static final Set<String> USER_OPTIONS = Set.of("-u", "--user", "-U", "--proxy-user");

	private static final Set<String> NAMING = Set.of("name", "key", "property", "header", "parameter", "field",
			"setting", "variable", "id", "type");

	private static final Set<String> VALUES = Set.of("value", "val", "content", "text", "data");

	private static final int MAX_DEPTH = 16;

	private static final int MIN_DOTS = 4;

	private final String text;

	private final NameRules names;

	private final Marks marks;

	private final ValueExtent extent;

	private final AssignedName name;

	private int position;

	/**
	 * Characters of values that may be looked at, as values may be parts of others.
	 */
	private long budget;

	/**
	 * What the value that comes next is called, as the text has told as a value before.
	 */
	private @Nullable String told;

	private boolean toldInTag;

	/**
	 * Where a value stands whose name may come after it, or -1.
	 */
	private int untold = -1;

	AssignmentScan(String text, NameRules names, Marks marks) {
		this.text = text;
		this.names = names;
		this.marks = marks;
		this.extent = new ValueExtent(text);
		this.name = new AssignedName(text, this.extent);
		this.budget = MAX_DEPTH * (text.length() + 1000L);
	}

	void run() {
		while (this.position < this.text.length()) {
			switch (this.text.charAt(this.position)) {
				case '=', ':' -> separator(this.position);
				case '-' -> option();
				case '.' -> dots();
				case '<' -> element();
				case '>' -> endOfTag();
				case '{', '}' -> {
					this.untold = -1;
					this.position++;
				}
				case '"', '\'', '`' -> quote();
				default -> this.position++;
			}
		}
	}

	private void separator(int index) {
		int end = this.name.endOfName(index);
		int start = this.extent.startOfName(end);
		this.position = index + 1;
		if (start < end && !this.name.isResourceName(start) && !this.name.isPath(start, index)) {
			assignment(start, end, index);
		}
	}

	private void assignment(int start, int end, int separator) {
		int value = this.name.startOfValue(separator + 1);
		if (tells(this.text.substring(start, end), start, separator, value)) {
			return;
		}
		String name = this.name.of(start, end);
		if (this.names.shape(name) == Shape.ANY) {
			argument(name, value);
			return;
		}
		if (this.text.charAt(separator) == ':' && this.extent.isBlock(separator + 1)) {
			mark(name, separator + 1, this.extent.endOfBlock(start, separator + 1));
		}
		else {
			markValue(name, value, this.name.hasWords(separator, start), this.text.charAt(start) == '-');
		}
	}

	/**
	 * Mark what follows the name of a secret after a comma, as in
	 * {@code AddRequestHeader=X-Api-Key, x}.
	 */
	private void argument(String name, int value) {
		int end = (name.endsWith("Header") || name.endsWith("Parameter")) ? this.extent.endOfName(value) : value;
		if (end > value && this.text.startsWith(",", end)) {
			String argument = this.text.substring(value, end);
			if (this.names.shape(argument) != Shape.ANY) {
				markValue(argument, this.extent.skipSpaces(end + 1), true, false);
			}
		}
	}

	/**
	 * Mark what follows the name of a secret after a line of dots.
	 */
	private void dots() {
		int start = this.position++;
		while (this.position < this.text.length() && this.text.charAt(this.position) == '.') {
			this.position++;
		}
		if (this.position - start >= MIN_DOTS) {
			assignment(this.extent.startOfName(start), start, this.position - 1);
		}
	}

	/**
	 * Learn the name that a text tells as a value, or use the one it has told.
	 */
	private boolean tells(String name, int start, int separator, int value) {
		String role = name.toLowerCase(Locale.ROOT);
		if (NAMING.contains(role) && !this.name.isQuery(start)) {
			int quote = this.extent.quoteLength(value);
			learn(this.text.substring(value + quote, this.extent.endOfName(value + quote)));
			this.toldInTag = this.text.charAt(separator) == '=';
			return this.told != null;
		}
		if (!VALUES.contains(role)) {
			return false;
		}
		if (this.told == null) {
			this.untold = value;
			return false;
		}
		markValue(this.told, value, this.name.hasWords(separator, start), false);
		this.told = null;
		return true;
	}

	private void learn(String name) {
		this.told = (this.names.shape(name) != Shape.ANY) ? name : null;
		if (this.told != null && this.untold >= 0) {
			int after = this.position;
			markValue(this.told, this.untold, false, false);
			this.position = after;
			this.untold = -1;
		}
	}

	private void markValue(String name, int start, boolean words, boolean options) {
		int quote = this.extent.quoteLength(start);
		mark(name, start + quote, end(start, quote, words, options));
	}

	private void mark(String name, int start, int end) {
		if (isMasked(start)) {
			this.position = start + Redaction.MASK.length();
			return;
		}
		this.budget -= Math.max(0, end - start);
		if (this.budget < 0) {
			throw new IllegalStateException("Values are nested too often");
		}
		if (start < end && this.names.hides(name, this.text.substring(start, end))) {
			this.marks.mark(start, end);
			this.position = end;
		}
	}

	/**
	 * Return whether the value was masked before: to mask it again must change nothing.
	 */
	private boolean isMasked(int start) {
		int end = start + Redaction.MASK.length();
		return this.text.startsWith(Redaction.MASK, start)
				&& (end >= this.text.length() || !Character.isLetterOrDigit(this.text.charAt(end)));
	}

	private int end(int start, int quote, boolean words, boolean options) {
		if (quote > 0) {
			return this.extent.endOfQuote(start + quote, this.text.substring(start, start + quote));
		}
		if (start < this.text.length() && (this.text.charAt(start) == '{' || this.text.charAt(start) == '[')) {
			return this.extent.endOfBrackets(start);
		}
		return this.extent.endOfBare(start, words, options);
	}

	private void option() {
		int start = this.position;
		int end = Math.max(this.extent.endOfName(start), start + 1);
		this.position = end;
		if (!this.name.isStartOfToken(start)) {
			return;
		}
		int value = startOfArgument(end);
		if (value > end && value < this.text.length() && this.text.charAt(value) != '-') {
			optionValue(this.text.substring(start, end), value);
		}
	}

	/**
	 * Return where the argument after an option starts, in a command line or in a list of
	 * quoted arguments.
	 */
	private int startOfArgument(int option) {
		int next = option;
		if (next < this.text.length() && ValueExtent.isQuote(this.text.charAt(next))) {
			next += this.text.startsWith(",", next + 1) ? 2 : 1;
		}
		return this.extent.skipSpaces(next);
	}

	private void optionValue(String name, int value) {
		if (USER_OPTIONS.contains(name)) {
			int end = this.extent.endOfBare(value, false, true);
			int colon = this.text.indexOf(':', value);
			this.marks.mark((colon >= 0 && colon < end) ? colon + 1 : end, end);
		}
		else if (this.names.shape(name) != Shape.ANY) {
			markValue(name, value, false, true);
		}
	}

	private void element() {
		int start = ++this.position;
		int colon = this.extent.endOfName(start);
		int end = this.text.startsWith(":", colon) ? this.extent.endOfName(colon + 1) : colon;
		int close = (end > start) ? endOfTag(end) : end;
		if (!this.text.startsWith(">", close) || this.text.charAt(close - 1) == '/') {
			return;
		}
		String name = this.text.substring(start, end);
		if (NAMING.contains(name)) {
			learn(this.text.substring(close + 1, this.extent.endOfName(close + 1)));
		}
		else if (this.told != null && VALUES.contains(name)) {
			markElement(this.told, close + 1);
			this.told = null;
		}
		else if (this.names.shape(name) != Shape.ANY) {
			markElement(name, close + 1);
		}
	}

	private int endOfTag(int start) {
		int end = start;
		while (end < this.text.length() && end - start < 4 * ValueExtent.MAX_NAME && this.text.charAt(end) != '>') {
			end++;
		}
		return end;
	}

	private void markElement(String name, int start) {
		int close = this.text.indexOf("</", start);
		mark(name, start, (close >= 0) ? close : this.text.length());
	}

	/**
	 * Mark the text after {@code <entry key="password">}.
	 */
	private void endOfTag() {
		int start = ++this.position;
		if (start > 1 && this.text.charAt(start - 2) == '-') {
			arrow(start - 2);
		}
		else if (this.told != null && this.toldInTag) {
			boolean empty = start > 1 && this.text.charAt(start - 2) == '/';
			if (!empty && start < this.text.length() && this.text.charAt(start) != '<') {
				markElement(this.told, start);
			}
			this.told = null;
		}
	}

	private void arrow(int index) {
		int end = this.name.endOfName(index);
		int start = this.extent.startOfName(end);
		if (start < end) {
			assignment(start, end, index + 1);
		}
	}

	/**
	 * Mark what is quoted after the word for a secret, as in {@code IDENTIFIED BY 'x'}.
	 */
	private void quote() {
		int quote = this.position++;
		int end = this.name.wordEnd(quote);
		if (end == quote || end == 0) {
			return;
		}
		int start = this.extent.startOfName(end);
		String word = this.text.substring(start, end);
		if (LINKS.contains(word.toLowerCase(Locale.ROOT)) && this.name.wordEnd(start) < start) {
			end = this.name.wordEnd(start);
			word = this.text.substring(this.extent.startOfName(end), end);
		}
		if (word.equalsIgnoreCase("identified") || this.names.shape(word) != Shape.ANY) {
			markValue(word.equalsIgnoreCase("identified") ? "password" : word, quote, false, false);
		}
	}

}
