package io.github.gmr.redact;

/**
 * Finds the values of secrets that a text assigns by name: {@code --password=x},
 * {@code "token": "x"}, {@code ;pwd=x;}, {@code <secret>x</secret>},
 * {@code Authorization: x}.
 */
final class Assignments implements SecretFinder {

	private final NameRules names;

	Assignments(NameRules names) {
		this.names = names;
	}

	@Override
	public void find(String text, Marks marks) {
		new Scan(text, marks).run();
	}

	/**
	 * One walk over one text.
	 */
	private final class Scan {

		private static final int MAX_NAME = 128;

		private final String text;

		private final Marks marks;

		private int position;

		Scan(String text, Marks marks) {
			this.text = text;
			this.marks = marks;
		}

		void run() {
			while (this.position < this.text.length()) {
				char ch = this.text.charAt(this.position);
				if (ch == '=' || ch == ':') {
					separator(this.position);
				}
				else if (ch == '-' && isStartOfToken(this.position)) {
					option();
				}
				else if (ch == '<') {
					element();
				}
				else {
					this.position++;
				}
			}
		}

		private void separator(int index) {
			int end = endOfName(index);
			int start = startOfName(end);
			int value = startOfValue(index + 1);
			this.position = index + 1;
			if (start < end && !isResourceName(start)) {
				String name = name(start, end);
				boolean query = start > 0 && (this.text.charAt(start - 1) == '?' || this.text.charAt(start - 1) == '&');
				markValue(query ? QueryNames.qualified(name) : name, value, hasWords(index, start));
			}
		}

		/**
		 * Return whether a value without quotes may have spaces in it.
		 */
		private boolean hasWords(int separator, int name) {
			boolean header = this.text.charAt(separator) == ':' && this.text.startsWith(" ", separator + 1);
			return header || isAtStartOfLine(name) || isInList(name);
		}

		private boolean isInList(int name) {
			int before = (name > 0 && this.text.charAt(name - 1) == ' ') ? name - 2 : name - 1;
			return before >= 0 && ",;[{(|".indexOf(this.text.charAt(before)) >= 0;
		}

		private void markValue(String name, int start, boolean words) {
			if (names().shape(name) == Shape.ANY) {
				return;
			}
			int quote = quoteLength(start);
			int begin = start + quote;
			int end = end(start, quote, words);
			if (begin < end && names().hides(name, this.text.substring(begin, end))) {
				this.marks.mark(begin, end);
				this.position = end;
			}
		}

		private NameRules names() {
			return Assignments.this.names;
		}

		private int end(int start, int quote, boolean words) {
			if (quote > 0) {
				return endOfQuote(start + quote, this.text.substring(start, start + quote));
			}
			if (start < this.text.length() && (this.text.charAt(start) == '{' || this.text.charAt(start) == '[')) {
				return endOfBrackets(start);
			}
			return endOfBare(start, words);
		}

		private int quoteLength(int index) {
			if (index < this.text.length() && isQuote(this.text.charAt(index))) {
				return 1;
			}
			return (index + 1 < this.text.length() && this.text.charAt(index) == '\\'
					&& isQuote(this.text.charAt(index + 1))) ? 2 : 0;
		}

		private int endOfQuote(int start, String quote) {
			int end = this.text.indexOf(quote, start);
			while (end > 0 && quote.length() == 1 && this.text.charAt(end - 1) == '\\') {
				end = this.text.indexOf(quote, end + 1);
			}
			return (end >= 0) ? end : this.text.length();
		}

		private int endOfBrackets(int start) {
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

		private int endOfBare(int start, boolean words) {
			int end = start;
			while (end < this.text.length() && !isEndOfBare(end, words)) {
				end++;
			}
			return end;
		}

		private boolean isEndOfBare(int index, boolean words) {
			char ch = this.text.charAt(index);
			return switch (ch) {
				case '\n', '\r', '"' -> true;
				case '<' -> this.text.startsWith("</", index);
				case ' ', '\t' -> !words || isFollowedByAssignment(index + 1);
				case '&', ';', ',' -> isFollowedByAssignment(index + 1);
				default -> false;
			};
		}

		private boolean isFollowedByAssignment(int index) {
			int start = index;
			while (start < this.text.length() && start - index < MAX_NAME && this.text.charAt(start) == ' ') {
				start++;
			}
			int end = start;
			while (end < this.text.length() && end - start < MAX_NAME && isNamePart(this.text.charAt(end))) {
				end++;
			}
			if (end >= this.text.length()) {
				return start >= this.text.length();
			}
			return end > start && (this.text.charAt(end) == '=' || this.text.charAt(end) == ':');
		}

		private int endOfName(int separator) {
			int end = separator;
			while (end > 0 && separator - end < 3 && this.text.charAt(end - 1) == ' ') {
				end--;
			}
			if (end > 0 && isQuote(this.text.charAt(end - 1))) {
				end--;
				end -= (end > 0 && this.text.charAt(end - 1) == '\\') ? 1 : 0;
			}
			return end;
		}

		private int startOfName(int end) {
			int start = end;
			while (start > 0 && end - start < MAX_NAME && isNamePart(this.text.charAt(start - 1))) {
				start--;
			}
			return start;
		}

		private String name(int start, int end) {
			String name = this.text.substring(this.text.startsWith("-D", start) ? start + 2 : start, end);
			if (!name.equalsIgnoreCase("key") || start < 2 || this.text.charAt(start - 1) != ' ') {
				return name;
			}
			return this.text.substring(startOfName(start - 1), end);
		}

		private int startOfValue(int index) {
			int start = index;
			while (start < this.text.length() && (this.text.charAt(start) == ' ' || this.text.charAt(start) == '\t'
					|| this.text.charAt(start) == '>')) {
				start++;
			}
			return start;
		}

		/**
		 * Return whether a colon before the name makes it a part of a resource name, as
		 * in {@code arn:aws:secretsmanager:eu-west-1:1:secret:orders}.
		 */
		private boolean isResourceName(int start) {
			return start > 0 && this.text.charAt(start - 1) == ':'
					&& this.text.substring(Math.max(0, start - MAX_NAME), start).contains("arn:");
		}

		private boolean isAtStartOfLine(int index) {
			int start = index;
			while (start > 0 && index - start < MAX_NAME
					&& (this.text.charAt(start - 1) == ' ' || this.text.charAt(start - 1) == '-')) {
				start--;
			}
			return start == 0 || this.text.charAt(start - 1) == '\n';
		}

		private boolean isStartOfToken(int index) {
			return index == 0 || Character.isWhitespace(this.text.charAt(index - 1))
					|| isQuote(this.text.charAt(index - 1));
		}

		private void option() {
			int end = this.position;
			while (end < this.text.length() && end - this.position < MAX_NAME && isNamePart(this.text.charAt(end))) {
				end++;
			}
			int value = startOfValue(end);
			boolean separate = value > end && value < this.text.length() && this.text.charAt(value) != '-'
					&& this.text.charAt(end) != '>';
			String name = this.text.substring(this.position, end);
			this.position = Math.max(end, this.position + 1);
			if (separate) {
				markValue(name, value, false);
			}
		}

		private void element() {
			int start = ++this.position;
			int end = start;
			while (end < this.text.length() && end - start < MAX_NAME && isNamePart(this.text.charAt(end))) {
				end++;
			}
			if (end < this.text.length() && this.text.charAt(end) == '>') {
				markElement(this.text.substring(start, end), end + 1);
			}
		}

		private void markElement(String name, int start) {
			if (names().shape(name) != Shape.ANY) {
				int close = this.text.indexOf("</", start);
				int end = (close >= 0) ? close : this.text.length();
				this.marks.mark(start, names().hides(name, this.text.substring(start, end)) ? end : start);
				this.position = end;
			}
		}

		private static boolean isQuote(char ch) {
			return ch == '"' || ch == '\'' || ch == '`';
		}

		private static boolean isNamePart(char ch) {
			return Character.isLetterOrDigit(ch) || ch == '_' || ch == '-' || ch == '.' || ch == '[' || ch == ']';
		}

	}

}
