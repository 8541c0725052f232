package io.github.gmr.content.text;

import java.util.HexFormat;

/**
 * Makes characters visible that could forge, hide or reorder text in a terminal, or that
 * no XML document may hold.
 */
public final class VisibleText {

	private static final HexFormat HEX = HexFormat.of();

	private VisibleText() {
	}

	/**
	 * Write control characters, format characters such as those that change the direction
	 * of text, line and paragraph separators and what is no character as
	 * <code>&#92;uXXXX</code>.
	 * @param text the text
	 * @param kept characters that stay nevertheless, such as line feeds
	 * @return the visible text
	 */
	public static String of(String text, String kept) {
		for (int i = 0; i < text.length(); i++) {
			if (!isPlain(text.charAt(i), kept)) {
				return escape(text, i, kept);
			}
		}
		return text;
	}

	private static boolean isPlain(int ch, String kept) {
		return (ch >= ' ' && ch < 0x7f) || kept.indexOf(ch) >= 0;
	}

	private static String escape(String text, int from, String kept) {
		StringBuilder result = new StringBuilder(text.length() + 16).append(text, 0, from);
		for (int i = from; i < text.length();) {
			int codePoint = text.codePointAt(i);
			int end = i + Character.charCount(codePoint);
			if (isPlain(codePoint, kept) || isVisible(codePoint)) {
				result.append(text, i, end);
			}
			else {
				for (int j = i; j < end; j++) {
					result.append("\\u").append(HEX.toHexDigits(text.charAt(j)));
				}
			}
			i = end;
		}
		return result.toString();
	}

	private static boolean isVisible(int codePoint) {
		return switch (Character.getType(codePoint)) {
			case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
					Character.SURROGATE ->
				false;
			default -> (codePoint & 0xfffe) != 0xfffe;
		};
	}

}
