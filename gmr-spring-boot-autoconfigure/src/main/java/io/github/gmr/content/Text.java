package io.github.gmr.content;

import io.github.gmr.content.text.WellFormed;

/**
 * Free text of one or more lines. It may end with the value of a setting, which not every
 * audience may see.
 *
 * @param text the text, lines separated by a line feed
 * @param settingAt the index at which the value of a setting begins, the length of the
 * text if it has none
 */
public record Text(String text, int settingAt) implements Content {

	public Text {
		text = WellFormed.text(text);
		settingAt = Math.max(0, Math.min(settingAt, text.length()));
	}

	/**
	 * Create text that every audience may see.
	 * @param text the text, lines separated by a line feed
	 */
	public Text(String text) {
		this(text, Integer.MAX_VALUE);
	}

	/**
	 * Create text that ends with the value of a setting.
	 * @param start what every audience may see, such as {@code "--server.port="}
	 * @param value the value, which follows
	 * @return the text
	 */
	public static Text ofSetting(String start, String value) {
		return new Text(start + value, start.length());
	}

	/**
	 * Return whether the text ends with the value of a setting.
	 * @return whether some audiences see its start only
	 */
	public boolean hasSetting() {
		return this.settingAt < this.text.length();
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
