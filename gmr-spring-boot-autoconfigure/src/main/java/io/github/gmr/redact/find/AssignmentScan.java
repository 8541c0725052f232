package io.github.gmr.redact.find;

import io.github.gmr.redact.name.NameRules;
import io.github.gmr.redact.name.Shape;
import io.github.gmr.redact.row.NameValueColumns;
import io.github.gmr.redact.text.Marks;
import io.github.gmr.redact.text.Scan;
import org.jspecify.annotations.Nullable;

/**
 * One walk over one text in search of {@link Assignments}.
 */
final class AssignmentScan {

	private static final int MIN_DOTS = 4;

	private final String text;

	private final NameRules names;

	private final SecretValues values;

	private final ValueExtent extent;

	private final AssignedName name;

	private int position;

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
		this.extent = new ValueExtent(text);
		this.values = new SecretValues(text, names, marks, this.extent);
		this.name = new AssignedName(text, this.extent,
				(name) -> names.shape(name) != Shape.ANY && !names.shape(name).isSecret());
	}

	void run() {
		while (this.position < this.text.length()) {
			switch (this.text.charAt(this.position)) {
				case '=', ':' -> separator(this.position);
				case '-' -> option();
				case '.' -> dots();
				case '<' -> element();
				case '>' -> endOfTag();
				case '\u2192' -> arrow(this.position++);
				case '{', '}' -> {
					this.untold = -1;
					this.position++;
				}
				default -> this.position++;
			}
		}
	}

	private void separator(int index) {
		int end = this.name.endOfName(index);
		int start = this.extent.startOfName(end);
		this.position = index + 1;
		if (start < end && this.text.startsWith(":=", index)) {
			assignment(start, end, this.position++);
		}
		else if (start < end && !this.name.isResourceName(start) && !this.name.isPath(start, index)
				&& !this.name.isConversion(start) && !isColonPath(index)) {
			assignment(start, end, index);
		}
	}

	/**
	 * Return whether a colon is one of several between words, as in the key of a cache.
	 */
	private boolean isColonPath(int index) {
		int end = Scan.end(this.text, index + 1, Character::isLetter);
		return this.text.charAt(index) == ':' && end > index + 1 && this.text.startsWith(":", end);
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
			block(name, start, separator + 1);
		}
		else if (!object(name, value)) {
			markValue(name, value, this.name.hasWords(separator, start), this.text.charAt(start) == '-');
		}
	}

	private void block(String name, int start, int value) {
		int end = this.extent.endOfBlock(start, value);
		new YamlBlock(this.text, this.extent, this.values).mark(name, value, end);
	}

	/**
	 * Mark the secrets of an object of JSON.
	 * @return whether there is one
	 */
	private boolean object(String name, int value) {
		int end = JsonBlock.isObject(this.text, value)
				? new JsonBlock(this.text, this.extent, this.values).mark(name, value) : -1;
		this.position = Math.max(this.position, end);
		return end >= 0;
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
		if (NameValueColumns.isName(name) && !this.name.isQuery(start)) {
			int quote = this.extent.quoteLength(value);
			learn(this.text.substring(value + quote, this.extent.endOfName(value + quote)));
			this.toldInTag = this.text.charAt(separator) == '=';
			return this.told != null;
		}
		if (!NameValueColumns.isValue(name)) {
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
		this.position = Math.max(this.position, this.values.markValue(name, start, words, options));
	}

	private void option() {
		int start = this.position;
		int end = Math.max(this.extent.endOfName(start), start + 1);
		this.position = end;
		if (!this.name.isStartOfToken(start)) {
			return;
		}
		int value = this.name.startOfArgument(end);
		if (value > end && value < this.text.length() && this.text.charAt(value) != '-') {
			optionValue(this.text.substring(start, end), value);
		}
	}

	private void optionValue(String name, int value) {
		if (this.names.shape(name) != Shape.ANY) {
			markValue(name, value, false, true);
		}
	}

	private void element() {
		int start = ++this.position;
		int colon = this.extent.endOfName(start);
		int end = this.text.startsWith(":", colon) ? this.extent.endOfName(colon + 1) : colon;
		int close = (end > start) ? this.extent.endOfTag(end) : end;
		if (!this.text.startsWith(">", close) || this.text.charAt(close - 1) == '/') {
			return;
		}
		String name = this.text.substring(start, end);
		if (NameValueColumns.isName(name)) {
			learn(this.text.substring(close + 1, this.extent.endOfName(close + 1)));
		}
		else if (this.told != null && NameValueColumns.isValue(name)) {
			markElement(this.told, close + 1);
			this.told = null;
		}
		else if (this.names.shape(name) != Shape.ANY) {
			markElement(name, close + 1);
		}
	}

	private void markElement(String name, int start) {
		int close = this.text.indexOf("</", start);
		this.position = Math.max(this.position,
				this.values.mark(name, start, (close >= 0) ? close : this.text.length()));
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
			boolean nested = !empty && this.text.startsWith("<", this.extent.skipSpaces(start));
			if (!empty && !nested && start < this.text.length()) {
				markElement(this.told, start);
			}
			this.told = nested ? this.told : null;
		}
	}

	private void arrow(int index) {
		int end = this.name.endOfName(index);
		int start = this.extent.startOfName(end);
		if (start < end) {
			assignment(start, end, (this.text.charAt(index) == '-') ? index + 1 : index);
		}
	}

}
