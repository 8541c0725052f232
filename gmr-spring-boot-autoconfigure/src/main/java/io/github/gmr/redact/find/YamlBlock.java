package io.github.gmr.redact.find;

import java.util.ArrayDeque;
import java.util.Deque;

import io.github.gmr.redact.text.Marks;

/**
 * Marks the secrets in the lines below a name in YAML. Each value is judged by all names
 * above it, as if they were one with dots between them.
 */
final class YamlBlock {

	/**
	 * A name that others stand below, or a text.
	 */
	private record Parent(int indent, String path, boolean text) {
	}

	private final String text;

	private final ValueExtent extent;

	private final SecretValues values;

	private final Deque<Parent> parents = new ArrayDeque<>();

	YamlBlock(String text, ValueExtent extent, SecretValues values) {
		this.text = text;
		this.extent = extent;
		this.values = values;
	}

	/**
	 * Mark the secrets of a block.
	 * @param name the name above the block
	 * @param start the index after its colon
	 * @param end the index after the block
	 */
	void mark(String name, int start, int end) {
		this.parents.push(new Parent(-1, name, isText(this.extent.skipSpaces(start))));
		int line = this.text.indexOf('\n', start) + 1;
		while (line > 0 && line < end) {
			int next = this.text.indexOf('\n', line);
			line(line, (next >= 0) ? Math.min(next, end) : end);
			line = next + 1;
		}
	}

	private void line(int start, int end) {
		int content = this.extent.skipSpaces(start);
		while (this.text.startsWith("- ", content)) {
			content = this.extent.skipSpaces(content + 2);
		}
		if (content >= end) {
			return;
		}
		while (this.parents.size() > 1 && this.parents.getFirst().indent() >= content - start) {
			this.parents.pop();
		}
		Parent parent = this.parents.getFirst();
		int quote = this.extent.quoteLength(content);
		int colon = this.extent.endOfName(content + quote) + quote;
		if (!parent.text() && colon > content && colon < end && this.text.charAt(colon) == ':'
				&& isEndOfKey(colon + 1)) {
			String path = parent.path() + "." + this.text.substring(content + quote, colon - quote);
			entry(content - start, path, colon + 1, end);
		}
		else {
			this.values.mark(parent.path(), content, end);
		}
	}

	private boolean isEndOfKey(int index) {
		return index >= this.text.length() || Character.isWhitespace(this.text.charAt(index));
	}

	private void entry(int indent, String path, int start, int end) {
		int value = this.extent.skipSpaces(start);
		if (value >= end || isText(value)) {
			this.parents.push(new Parent(indent, path, isText(value)));
		}
		else {
			this.values.markValue(path, value, true, false);
		}
	}

	private boolean isText(int index) {
		return index < this.text.length() && "|>".indexOf(this.text.charAt(index)) >= 0;
	}

}
