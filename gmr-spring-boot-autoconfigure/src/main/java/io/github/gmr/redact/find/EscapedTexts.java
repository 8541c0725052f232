package io.github.gmr.redact.find;

import java.util.List;
import java.util.Map;

import io.github.gmr.redact.text.Marks;
import io.github.gmr.redact.text.SecretFinder;

/**
 * Finds what others find in a text whose signs are escaped: as in a URL within a URL
 * ({@code token%3Dx}), in JSON ({@code token\u003dx}) or in markup
 * ({@code &quot;token&quot;}).
 */
final class EscapedTexts implements SecretFinder {

	private static final int HEX = 16;

	private static final int MAX_ENTITY = 6;

	private static final Map<String, Character> ENTITIES = Map.of("&quot;", '"', "&amp;", '&', "&apos;", '\'', "&lt;",
			'<', "&gt;", '>', "&#39;", '\'', "&#34;", '"');

	private final List<SecretFinder> finders;

	EscapedTexts(List<SecretFinder> finders) {
		this.finders = finders;
	}

	@Override
	public void find(String text, Marks marks) {
		if (text.indexOf('%') < 0 && text.indexOf('&') < 0 && !text.contains("\\u00")) {
			return;
		}
		StringBuilder plain = new StringBuilder(text.length());
		int[] places = new int[text.length() + 1];
		for (int i = 0; i < text.length();) {
			places[plain.length()] = i;
			i = append(text, i, plain);
		}
		if (plain.length() < text.length()) {
			places[plain.length()] = text.length();
			Marks found = new Marks();
			this.finders.forEach((finder) -> finder.find(plain.toString(), found));
			found.forEach((start, end) -> marks.mark(places[start], places[end]));
		}
	}

	/**
	 * Append the character that stands at a place.
	 * @return the index after it
	 */
	private static int append(String text, int index, StringBuilder plain) {
		char ch = text.charAt(index);
		int code = (ch == '%') ? hex(text, index + 1, 2)
				: (ch == '\\' && text.startsWith("u00", index + 1)) ? hex(text, index + 4, 2) : -1;
		if (code >= ' ') {
			plain.append((char) code);
			return index + ((ch == '%') ? 3 : 6);
		}
		int semicolon = (ch == '&') ? text.substring(index, Math.min(text.length(), index + MAX_ENTITY)).indexOf(';')
				: -1;
		Character entity = (semicolon > 0) ? ENTITIES.get(text.substring(index, index + semicolon + 1)) : null;
		plain.append((entity != null) ? entity : ch);
		return (entity != null) ? index + semicolon + 1 : index + 1;
	}

	private static int hex(String text, int start, int length) {
		int value = 0;
		for (int i = start; i < start + length; i++) {
			int digit = (i < text.length()) ? Character.digit(text.charAt(i), HEX) : -1;
			if (digit < 0) {
				return -1;
			}
			value = value * HEX + digit;
		}
		return value;
	}

}
