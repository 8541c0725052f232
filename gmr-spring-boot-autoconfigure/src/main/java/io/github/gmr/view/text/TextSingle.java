package io.github.gmr.view.text;

import java.io.IOException;

/**
 * A single value: it stands behind the name of its field, unless it has several lines.
 *
 * @param text the value
 */
record TextSingle(String text) implements TextBlock {

	@Override
	public void write(TextLines lines) throws IOException {
		lines.data(this.text);
	}

	@Override
	public void writeField(String name, TextLines lines) throws IOException {
		if (this.text.indexOf('\n') >= 0) {
			lines.named(name + " = ");
			lines.deeper().data(this.text);
		}
		else {
			lines.named(name + " = " + this.text);
		}
	}

	@Override
	public void writeItem(TextLines lines) throws IOException {
		write(lines);
	}

}
