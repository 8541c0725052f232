package io.github.gmr.redact.text;

/**
 * A text that may be read a limited number of times, so that a pattern that backtracks
 * without end fails instead.
 */
public final class LimitedText implements CharSequence {

	private static final int READS_PER_CHARACTER = 200;

	private final String text;

	private long reads;

	public LimitedText(String text) {
		this.text = text;
		this.reads = READS_PER_CHARACTER * (text.length() + 100L);
	}

	@Override
	public char charAt(int index) {
		if (this.reads-- <= 0) {
			throw new IllegalStateException("The pattern reads the text too often");
		}
		return this.text.charAt(index);
	}

	@Override
	public int length() {
		return this.text.length();
	}

	@Override
	public CharSequence subSequence(int start, int end) {
		return this.text.substring(start, end);
	}

	@Override
	public String toString() {
		return this.text;
	}

}
