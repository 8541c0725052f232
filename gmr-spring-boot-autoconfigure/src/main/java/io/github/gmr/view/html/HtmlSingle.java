package io.github.gmr.view.html;

import java.io.IOException;

import io.github.gmr.content.Value;
import io.github.gmr.view.Markup;
import io.github.gmr.view.Quantity;

/**
 * A single value as HTML.
 *
 * @param element the name of its element where it is all that a section says
 * @param value the value
 * @param html where to write it
 */
record HtmlSingle(String element, Value value, Markup html) implements HtmlBlock {

	@Override
	public void write() throws IOException {
		this.html.start(this.element);
		writeInside();
		this.html.end();
	}

	@Override
	public void writeInside() throws IOException {
		String text = this.value.asText();
		if (text.indexOf('\n') >= 0) {
			this.html.element("pre", text);
		}
		else if (this.value.value() == null) {
			this.html.element("span", "none", text);
		}
		else {
			this.html.text(text);
		}
	}

	@Override
	public boolean isSingle() {
		return true;
	}

	@Override
	public boolean isNumber() {
		return this.value.value() instanceof Number || Quantity.of(this.value) != null;
	}

}
