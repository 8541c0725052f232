package io.github.gmr.redact.find;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Marks the secrets in an object of JSON that stands under a name. Each value is judged
 * by all names above it, as if they were one with dots between them.
 */
final class JsonBlock {

	private static final int MAX_PATH = 256;

	private final String text;

	private final ValueExtent extent;

	private final SecretValues values;

	private final Deque<String> paths = new ArrayDeque<>();

	private String path;

	JsonBlock(String text, ValueExtent extent, SecretValues values) {
		this.text = text;
		this.extent = extent;
		this.values = values;
		this.path = "";
	}

	/**
	 * Return whether an object with a quoted name in it starts here.
	 */
	static boolean isObject(String text, int start) {
		int quote = start + 1;
		while (quote < text.length() && quote - start < ValueExtent.MAX_NAME
				&& Character.isWhitespace(text.charAt(quote))) {
			quote++;
		}
		return text.startsWith("{", start) && text.startsWith("\"", quote);
	}

	/**
	 * Mark the secrets of an object.
	 * @param name the name above it
	 * @param start the bracket that opens it
	 * @return the index after the object, or -1 if it does not end, or is none
	 */
	int mark(String name, int start) {
		this.path = name;
		int i = start;
		do {
			i = (i < this.text.length()) ? part(i) : -1;
		}
		while (i >= 0 && !this.paths.isEmpty());
		return i;
	}

	private int part(int index) {
		char ch = this.text.charAt(index);
		if (ch == '{' || ch == '[') {
			this.paths.push(this.path);
			return index + 1;
		}
		if (ch == '}' || ch == ']') {
			this.paths.pop();
			return index + 1;
		}
		if (ch == '"') {
			return string(index + 1);
		}
		return (ch == ',' || Character.isWhitespace(ch)) ? index + 1 : scalar(index);
	}

	private int string(int start) {
		int end = this.extent.endOfQuote(start, "\"");
		if (end >= this.text.length()) {
			return -1;
		}
		int colon = this.extent.skipSpaces(end + 1);
		if (this.text.startsWith(":", colon)) {
			String above = this.paths.getFirst();
			this.path = (above.length() < MAX_PATH) ? above + "." + this.text.substring(start, end) : above;
			return colon + 1;
		}
		this.values.mark(this.path, start, end);
		return end + 1;
	}

	private int scalar(int start) {
		int end = start;
		while (end < this.text.length() && ",}]\n".indexOf(this.text.charAt(end)) < 0) {
			end++;
		}
		this.values.mark(this.path, start, end);
		return end;
	}

}
