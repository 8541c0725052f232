package io.github.gmr.view.text;

import java.io.IOException;
import java.util.List;

/**
 * A single value: it stands behind the name of its field, unless it has several lines.
 *
 * @param text the value
 * @param details lines that stand deeper below it
 */
record TextSingle(String text, List<String> details) implements TextBlock {

	static final TextSingle NONE = new TextSingle("None");

	TextSingle(String text) {
		this(text, List.of());
	}

	@Override
	public void write(TextLines lines) throws IOException {
		lines.data(this.text);
		writeDetails(lines.deeper());
	}

	@Override
	public void writeField(String name, TextLines lines) throws IOException {
		if (this.text.indexOf('\n') >= 0) {
			lines.data(name + " = ");
			lines.deeper().data(this.text);
		}
		else {
			lines.data(name + " = " + this.text);
		}
		writeDetails(lines.deeper());
	}

	@Override
	public void writeItem(TextLines lines) throws IOException {
		write(lines);
	}

	private void writeDetails(TextLines lines) throws IOException {
		for (String detail : this.details) {
			lines.data(detail);
		}
	}

}
