package io.github.gmr.content;

import io.github.gmr.content.text.WellFormed;

/**
 * Free text of one or more lines.
 *
 * @param text the text, lines separated by a line feed
 */
public record Text(String text) implements Content {

	public Text {
		text = WellFormed.text(text);
	}

	@Override
	public <R> R accept(ContentVisitor<R> visitor) {
		return visitor.visitText(this);
	}

	@Override
	public String asText() {
		return this.text;
	}

}
