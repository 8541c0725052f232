package io.github.gmr.redact.find;

import java.util.List;

import io.github.gmr.redact.text.Scan;

/**
 * Tells where values end that a text assigns to names.
 */
final class ValueExtent {

	/**
	 * Characters that are looked at around a separator, so that a text of separators only
	 * takes no longer than another.
	 */
	static final int MAX_NAME = 128;

	private static final List<String> SCHEMES = List.of("Bearer ", "Basic ", "Token ");

	private static final String AFTER_QUOTE = ",;:]})> \t\r\n";

	private final String text;

	ValueExtent(String text) {
		this.text = text;
	}

	/**
	 * Return the length of the quotation mark at a position, which may be escaped.
	 * @param index the position
	 * @return 0 if there is none
	 */
	int quoteLength(int index) {
		if (index < this.text.length() && isQuote(this.text.charAt(index))) {
			return 1;
		}
		return (index + 1 < this.text.length() && this.text.charAt(index) == '\\'
				&& isQuote(this.text.charAt(index + 1))) ? 2 : 0;
	}

	/**
	 * Return the end of a quoted value.
	 * @param start the first character after the quotation mark
	 * @param quote the quotation mark
	 * @return the index of the mark that ends the value, or the end of the text
	 */
	int endOfQuote(int start, String quote) {
		int end = this.text.indexOf(quote, start);
		while (end >= 0 && isPartOfValue(end, quote)) {
			end = this.text.indexOf(quote, end + (isDoubled(end, quote) ? 2 : 1));
		}
		return (end >= 0) ? end : this.text.length();
	}

	private boolean isPartOfValue(int index, String quote) {
		return quote.length() == 1 && ((index > 0 && this.text.charAt(index - 1) == '\\') || isDoubled(index, quote));
	}

	private boolean isDoubled(int index, String quote) {
		return quote.length() == 1 && this.text.startsWith(quote, index + 1);
	}

	/**
	 * Return the end of a list or an object.
	 * @param start the opening bracket
	 * @return the index after the bracket that closes it, or the end of the text
	 */
	int endOfBrackets(int start) {
		int depth = 0;
		for (int i = start; i < this.text.length(); i++) {
			char ch = this.text.charAt(i);
			if (ch == '"') {
				i = endOfQuote(i + 1, "\"");
			}
			else if (ch == '{' || ch == '[') {
				depth++;
			}
			else if ((ch == '}' || ch == ']') && --depth == 0) {
				return i + 1;
			}
		}
		return this.text.length();
	}

	/**
	 * Return the end of a value without quotes. Delimiters may be part of a secret, so
	 * they end it only if another assignment follows.
	 * @param start the first character
	 * @param words whether the value may have spaces
	 * @param options whether an option of a command line may follow
	 * @return the index after the last character
	 */
	int endOfBare(int start, boolean words, boolean options) {
		int end = start;
		while (end < this.text.length() && !isEndOfBare(end, words, options)) {
			end++;
		}
		return end;
	}

	/**
	 * Return the end of what a header has after the name of a scheme, if the text goes on
	 * behind it.
	 * @param start the first character of the scheme
	 * @return the index after the credentials, {@code start} if there are none
	 */
	int endOfCredentials(int start) {
		for (String scheme : SCHEMES) {
			if (this.text.regionMatches(true, start, scheme, 0, scheme.length())) {
				int end = Scan.end(this.text, start + scheme.length(), Scan.visibleExcept("\"',;"));
				boolean words = this.text.startsWith(" ", end) && end + 1 < this.text.length()
						&& (Character.isLetter(this.text.charAt(end + 1)) || this.text.charAt(end + 1) == '(');
				return words ? end : start;
			}
		}
		return start;
	}

	/**
	 * Return the end of a tag of XML.
	 * @param start a character in the tag
	 * @return the index of the bracket that closes it, or where the search for it ended
	 */
	int endOfTag(int start) {
		int end = start;
		while (end < this.text.length() && end - start < 4 * MAX_NAME && this.text.charAt(end) != '>') {
			end++;
		}
		return end;
	}

	/**
	 * Return the end of the cookies in a header.
	 * @param start the first character
	 * @return the index after the last character
	 */
	int endOfCookies(int start) {
		int end = start;
		while (end < this.text.length() && "\r\n\"']}".indexOf(this.text.charAt(end)) < 0) {
			end++;
		}
		return end;
	}

	private boolean isEndOfBare(int index, boolean words, boolean options) {
		return switch (this.text.charAt(index)) {
			case '\n', '\r' -> index == 0 || this.text.charAt(index - 1) != '\\';
			case '"' -> index + 1 == this.text.length() || AFTER_QUOTE.indexOf(this.text.charAt(index + 1)) >= 0;
			case '<' -> this.text.startsWith("</", index);
			case ' ', '\t' -> !isEscaped(index) && (!words || (options && this.text.startsWith("-", index + 1))
					|| isFollowedByAssignment(index + 1));
			case '&', ';', ',' -> isFollowedByAssignment(index + 1);
			default -> false;
		};
	}

	/**
	 * Return whether a blank is a part of a value, because a backslash stands before it.
	 */
	private boolean isEscaped(int index) {
		return index > 1 && this.text.charAt(index - 1) == '\\' && this.text.charAt(index - 2) != '\\';
	}

	private boolean isFollowedByAssignment(int index) {
		int blank = skipSpaces(index);
		int quote = quoteLength(blank);
		int start = blank + quote;
		int end = endOfName(start) + ((quote > 0) ? quoteLength(endOfName(start)) : 0);
		if (end >= this.text.length()) {
			return start >= this.text.length();
		}
		return end > start && (this.text.charAt(end) == '=' || this.text.charAt(end) == ':');
	}

	/**
	 * Return the end of a YAML block below a name.
	 * @param name the first character of the name
	 * @param start the index after the separator
	 * @return the index after the block, or the start if there is no block
	 */
	int endOfBlock(int name, int start) {
		int line = endOfLine(start);
		int indent = indent(startOfLine(name));
		int end = start;
		while (line < this.text.length() && isPartOfBlock(line + 1, indent)) {
			line = endOfLine(line + 1);
			end = line;
		}
		return end;
	}

	/**
	 * Return whether nothing stands behind a separator but the sign of a block.
	 * @param start the index after the separator
	 * @return whether a block follows
	 */
	boolean isBlock(int start) {
		int index = start;
		while (index < this.text.length() && " |>+-\r".indexOf(this.text.charAt(index)) >= 0
				&& index - start < MAX_NAME) {
			index++;
		}
		return index < this.text.length() && this.text.charAt(index) == '\n';
	}

	private boolean isPartOfBlock(int line, int indent) {
		int own = indent(line);
		int first = line + own;
		if (first >= this.text.length() || this.text.charAt(first) == '\n') {
			return own > 0 || first < this.text.length();
		}
		return own > indent || (own == indent && this.text.startsWith("- ", first));
	}

	private int indent(int line) {
		return skipSpaces(line) - line;
	}

	private int startOfLine(int index) {
		int start = index;
		while (start > 0 && index - start < MAX_NAME && this.text.charAt(start - 1) != '\n') {
			start--;
		}
		return start;
	}

	private int endOfLine(int index) {
		int end = this.text.indexOf('\n', index);
		return (end >= 0) ? end : this.text.length();
	}

	int skipSpaces(int index) {
		int end = index;
		while (end < this.text.length() && end - index < MAX_NAME && this.text.charAt(end) == ' ') {
			end++;
		}
		return end;
	}

	int endOfName(int start) {
		int end = start;
		while (end < this.text.length() && end - start < MAX_NAME && isNamePart(this.text.charAt(end))) {
			end++;
		}
		return end;
	}

	int startOfName(int end) {
		int start = end;
		while (start > 0 && end - start < MAX_NAME && isNamePart(this.text.charAt(start - 1))) {
			start--;
		}
		return start;
	}

	static boolean isQuote(char ch) {
		return ch == '"' || ch == '\'' || ch == '`';
	}

	private static boolean isNamePart(char ch) {
		return Character.isLetterOrDigit(ch) || ch == '_' || ch == '-' || ch == '.' || ch == '[' || ch == ']';
	}

}
