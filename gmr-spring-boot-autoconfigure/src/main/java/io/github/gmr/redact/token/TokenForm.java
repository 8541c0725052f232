package io.github.gmr.redact.token;

import java.util.ArrayList;
import java.util.List;

import io.github.gmr.redact.token.TokenPart.Fixed;
import io.github.gmr.redact.token.TokenPart.Run;
import org.jspecify.annotations.Nullable;

/**
 * What the tokens of an issuer look like: a text that is the same in all of them, maybe a
 * run of characters before it, and parts after it.
 *
 * @param issuer who issues the tokens
 * @param form the form as it is written in the table
 * @param before what stands before the text, or {@code null}
 * @param text the text by which a token is looked up
 * @param after what stands after the text
 * @param example an invented token
 */
record TokenForm(String issuer, String form, @Nullable Run before, String text, List<TokenPart> after, String example) {

	private static final String CELL = "\\s*\\|\\s*";

	/**
	 * Stands for the fixed text in the example of a row.
	 */
	private static final char TEXT = '*';

	/**
	 * Parse a row of the table of forms.
	 * @param row the issuer, the form and an example
	 * @return the form
	 */
	static TokenForm parse(String row) {
		String[] cells = row.split(CELL, 3);
		String[] words = cells[1].replaceAll("[\\[\\]]", "").split(" ");
		boolean led = cells[1].startsWith("[");
		int text = led ? 2 : 0;
		return new TokenForm(cells[0], cells[1], led ? Run.parse(words[0], words[1]) : null, words[text],
				parts(List.of(words).subList(text + 1, words.length)),
				cells[2].replace(String.valueOf(TEXT), words[text]));
	}

	private static List<TokenPart> parts(List<String> words) {
		List<TokenPart> parts = new ArrayList<>();
		for (int i = 0; i < words.size(); i++) {
			boolean run = i + 1 < words.size() && Character.isDigit(words.get(i + 1).charAt(0));
			parts.add(run ? Run.parse(words.get(i), words.get(++i)) : new Fixed(words.get(i)));
		}
		return List.copyOf(parts);
	}

	/**
	 * Return where a token starts.
	 * @param source the text to search
	 * @param index where the fixed text of the form stands in it
	 * @return the index of the first character, or -1 if the form does not match
	 */
	int start(String source, int index) {
		return (this.before != null) ? this.before.start(source, index) : index;
	}

	/**
	 * Return where the parts after the fixed text end.
	 * @param source the text to search
	 * @param index where the fixed text stands in it
	 * @return the index after them, or -1 if the form does not match
	 */
	int end(String source, int index) {
		int end = index + this.text.length();
		for (int i = 0; i < this.after.size() && end >= 0; i++) {
			end = this.after.get(i).end(source, end);
		}
		return end;
	}

	/**
	 * Return whether nothing but a token begins like this, even if it consists of words.
	 */
	boolean isClear() {
		return this.text.endsWith("_live_") || this.text.endsWith("_test_");
	}

}
