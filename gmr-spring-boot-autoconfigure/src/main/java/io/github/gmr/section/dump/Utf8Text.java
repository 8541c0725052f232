package io.github.gmr.section.dump;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A growing text of UTF-8 bytes that is used again and again, so that a million stacks
 * can be compared without a string for every frame. Not thread-safe.
 */
public final class Utf8Text {

	private byte[] bytes;

	private int length;

	/**
	 * Create an empty text.
	 */
	public Utf8Text() {
		this(new byte[256], 0);
	}

	private Utf8Text(byte[] bytes, int length) {
		this.bytes = bytes;
		this.length = length;
	}

	/**
	 * Make the text empty.
	 */
	public void clear() {
		this.length = 0;
	}

	boolean isEmpty() {
		return this.length == 0;
	}

	/**
	 * Return the length of the text.
	 * @return the number of bytes
	 */
	public int length() {
		return this.length;
	}

	/**
	 * Append one byte.
	 * @param value the byte
	 */
	public void append(int value) {
		ensure(1);
		this.bytes[this.length++] = (byte) value;
	}

	/**
	 * Append another text.
	 * @param text the text
	 */
	public void append(Utf8Text text) {
		append(text, 0);
	}

	/**
	 * Append the end of another text.
	 * @param text the text
	 * @param start the index of the first byte to append
	 */
	void append(Utf8Text text, int start) {
		int more = text.length - start;
		ensure(more);
		System.arraycopy(text.bytes, start, this.bytes, this.length, more);
		this.length += more;
	}

	/**
	 * Return whether the text starts with another one.
	 * @param ascii the other text
	 * @return whether it does
	 */
	boolean startsWith(String ascii) {
		for (int i = 0; i < ascii.length(); i++) {
			if (i >= this.length || this.bytes[i] != ascii.charAt(i)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Append a string.
	 * @param text the string
	 */
	public void append(String text) {
		byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
		ensure(encoded.length);
		System.arraycopy(encoded, 0, this.bytes, this.length, encoded.length);
		this.length += encoded.length;
	}

	/**
	 * Remove the last byte if it is the given one.
	 * @param value the byte
	 */
	void removeEnd(int value) {
		if (this.length > 0 && this.bytes[this.length - 1] == value) {
			this.length--;
		}
	}

	/**
	 * Append one UTF-16 character. Half of a surrogate pair becomes a question mark.
	 * @param ch the character
	 */
	void appendCharacter(int ch) {
		append(String.valueOf((char) ch));
	}

	boolean contentEquals(String ascii) {
		return this.length == ascii.length() && startsWith(ascii);
	}

	/**
	 * Return a copy that does not change any more.
	 * @return the copy
	 */
	public Utf8Text copy() {
		return new Utf8Text(Arrays.copyOf(this.bytes, this.length), this.length);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Utf8Text text && Arrays.equals(this.bytes, 0, this.length, text.bytes, 0, text.length);
	}

	@Override
	public int hashCode() {
		int hash = 1;
		for (int i = 0; i < this.length; i++) {
			hash = 31 * hash + this.bytes[i];
		}
		return hash;
	}

	@Override
	public String toString() {
		return new String(this.bytes, 0, this.length, StandardCharsets.UTF_8);
	}

	private void ensure(int more) {
		if (this.length + more > this.bytes.length) {
			this.bytes = Arrays.copyOf(this.bytes, Math.max(this.bytes.length * 2, this.length + more));
		}
	}

}
