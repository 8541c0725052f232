package io.github.gmr.section.process;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * A file in which Linux reports numbers, each at the beginning of a line or behind a word
 * that begins one, such as {@code "VmRSS:\t  411204 kB"}. Some are read every few
 * seconds: the bytes are put where those of the time before were, and no text is made of
 * them. Not thread-safe.
 */
public final class NumberFile {

	/**
	 * As long as the status of a process is. Files of {@code /proc/sys} answer the first
	 * read only, and are shorter.
	 */
	private static final int FIRST = 2 * 1024;

	private static final int MAX = 16 * 1024;

	private final String file;

	private byte[] bytes = {};

	private int length;

	/**
	 * Create a file that has not been read.
	 * @param file where it is
	 */
	public NumberFile(Path file) {
		this.file = file.toString();
	}

	/**
	 * Read the file.
	 * @return this file, without any number if it cannot be read
	 */
	public NumberFile read() {
		try (FileInputStream in = new FileInputStream(this.file)) {
			this.length = 0;
			int count = 0;
			while (count >= 0 && hasRoom()) {
				this.length += count;
				count = in.read(this.bytes, this.length, this.bytes.length - this.length);
			}
		}
		catch (IOException ex) {
			this.length = 0;
		}
		return this;
	}

	private boolean hasRoom() {
		if (this.length == this.bytes.length) {
			this.bytes = Arrays.copyOf(this.bytes, Math.min(MAX, Math.max(FIRST, 2 * this.length)));
		}
		return this.length < this.bytes.length;
	}

	/**
	 * Return the number at the beginning of the first line.
	 * @return the number, {@code null} if there is none
	 */
	public @Nullable Long number() {
		return number("");
	}

	/**
	 * Return the number behind a word.
	 * @param word the word, in ASCII, at the beginning of a line
	 * @return the number, {@code null} if there is none
	 */
	public @Nullable Long number(String word) {
		for (int line = 0; line < this.length; line = next(line)) {
			if (startsWith(word, line)) {
				return parse(line + word.length());
			}
		}
		return null;
	}

	private int next(int line) {
		int end = line;
		while (end < this.length && this.bytes[end] != '\n') {
			end++;
		}
		return end + 1;
	}

	private boolean startsWith(String word, int line) {
		int i = 0;
		while (i < word.length() && line + i < this.length && this.bytes[line + i] == word.charAt(i)) {
			i++;
		}
		return i == word.length();
	}

	private @Nullable Long parse(int begin) {
		int first = begin;
		while (is(first, ' ') || is(first, '\t')) {
			first++;
		}
		long value = 0;
		int i = first;
		while (i < this.length && value >= 0 && this.bytes[i] >= '0' && this.bytes[i] <= '9') {
			value = append(value, this.bytes[i] - '0');
			i++;
		}
		boolean end = i >= this.length || is(i, ' ') || is(i, '\t') || is(i, '\n');
		return (i > first && value >= 0 && end) ? Long.valueOf(value) : null;
	}

	/**
	 * Returns a number with one more digit, negative if that is too large.
	 */
	private static long append(long value, int digit) {
		return (value <= Long.MAX_VALUE / 10) ? 10 * value + digit : -1;
	}

	private boolean is(int index, char character) {
		return index < this.length && this.bytes[index] == character;
	}

}
