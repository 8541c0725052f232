package io.github.gmr.view.text;

import java.io.IOException;

/**
 * Free text: it stands deeper where it is all that a section says, and like any other
 * value elsewhere.
 *
 * @param text the text
 */
record TextParagraph(TextSingle text) implements TextBlock {

	@Override
	public void write(TextLines lines) throws IOException {
		this.text.write(lines.deeper());
	}

	@Override
	public void writeField(String name, TextLines lines) throws IOException {
		this.text.writeField(name, lines);
	}

	@Override
	public void writeItem(TextLines lines) throws IOException {
		this.text.writeItem(lines);
	}

}
