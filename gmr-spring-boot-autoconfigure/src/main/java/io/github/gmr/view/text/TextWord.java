package io.github.gmr.view.text;

import java.io.IOException;

/**
 * A word of the report's own in the place of content.
 *
 * @param word the word
 */
record TextWord(String word) implements TextBlock {

	static final TextWord NONE = new TextWord("None");

	@Override
	public void write(TextLines lines) throws IOException {
		lines.named(this.word);
	}

	@Override
	public void writeField(String name, TextLines lines) throws IOException {
		lines.named(name + " = " + this.word);
	}

	@Override
	public void writeItem(TextLines lines) throws IOException {
		write(lines);
	}

}
