package io.github.gmr.redact.mention;

import java.util.Locale;

import io.github.gmr.redact.text.Scan;

/**
 * A part of a text that is read, and how much of the text that took. Used by one thread.
 */
final class SentenceText {

	private static final String ENDING = ".,;:!?)]}>\"'`";

	private static final int MAX_LENGTH = 256;

	private static final int MAX_VALUE = 2048;

	private static final int MAX_WORD = 16;

	private final String text;

	private final int limit;

	private int read;

	/**
	 * Create a part of a text.
	 * @param text the text
	 * @param start where to read from
	 */
	SentenceText(String text, int start) {
		this.text = text;
		this.limit = Math.min(text.length(), start + MAX_LENGTH);
	}

	/**
	 * Return how many characters were looked at for the ends of words and quotations.
	 */
	int read() {
		return this.read;
	}

	/**
	 * Return whether no part of the sentence starts there.
	 */
	boolean isEnd(int index) {
		return index >= this.limit;
	}

	char at(int index) {
		return this.text.charAt(index);
	}

	boolean startsWith(String part, int index) {
		return this.text.startsWith(part, index);
	}

	String substring(int start, int end) {
		return this.text.substring(start, Math.min(end, this.text.length()));
	}

	int skipBlanks(int index) {
		int end = index;
		while (!isEnd(end) && (at(end) == ' ' || at(end) == '\t')) {
			end++;
		}
		return end;
	}

	/**
	 * Return where a word ends, which may be a value of some length.
	 */
	int endOfWord(int start) {
		int end = start;
		int last = Math.min(this.text.length(), start + MAX_VALUE);
		while (end < last && !Character.isWhitespace(at(end))) {
			end++;
		}
		this.read += end - start;
		return end;
	}

	/**
	 * Return where a character stands, or -1.
	 */
	int indexOf(char ch, int start) {
		int index = start;
		int last = Math.min(this.text.length(), start + MAX_VALUE);
		while (index < last && at(index) != ch && at(index) != '\n') {
			index++;
		}
		this.read += index - start;
		return (index < last && at(index) == ch) ? index : -1;
	}

	/**
	 * Return where a word ends without the punctuation behind it.
	 */
	int withoutEnding(int start, int end) {
		return Scan.start(this.text, start, end, (ch) -> ENDING.indexOf(ch) >= 0);
	}

	/**
	 * Return the word before a place, in lower case.
	 */
	String wordBefore(int index) {
		int end = Scan.start(this.text, Math.max(0, index - 4), index, (ch) -> ch == ' ');
		int start = Scan.start(this.text, Math.max(0, end - MAX_WORD), end, Character::isLetter);
		return this.text.substring(start, end).toLowerCase(Locale.ROOT);
	}

	/**
	 * Return whether nothing of the sentence follows a word.
	 * @param index the index after the word
	 */
	boolean isEndOfSentence(int index) {
		int next = skipBlanks(index);
		return next >= this.text.length() || ENDING.indexOf(at(index - 1)) >= 0 || "\n\r(".indexOf(at(next)) >= 0;
	}

}
