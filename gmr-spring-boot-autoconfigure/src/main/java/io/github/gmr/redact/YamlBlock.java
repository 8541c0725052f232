package io.github.gmr.redact;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Marks the secrets in the lines below a name in YAML. Each value is judged by all names
 * above it, as if they were one with dots between them.
 */
final class YamlBlock {

	private record Parent(int indent, String path) {
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
		this.parents.push(new Parent(-1, name));
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
		String parent = this.parents.getFirst().path();
		int quote = this.extent.quoteLength(content);
		int colon = this.extent.endOfName(content + quote) + quote;
		if (colon > content && colon < end && this.text.charAt(colon) == ':' && isEndOfKey(colon + 1)) {
			String path = parent + "." + this.text.substring(content + quote, colon - quote);
			entry(new Parent(content - start, path), colon + 1, end);
		}
		else {
			this.values.mark(parent, content, end);
		}
	}

	private boolean isEndOfKey(int index) {
		return index >= this.text.length() || Character.isWhitespace(this.text.charAt(index));
	}

	private void entry(Parent parent, int start, int end) {
		int value = this.extent.skipSpaces(start);
		if (value >= end || "|>".indexOf(this.text.charAt(value)) >= 0) {
			this.parents.push(parent);
		}
		else {
			this.values.markValue(parent.path(), value, true, false);
		}
	}

}
