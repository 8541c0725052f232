package io.github.gmr.view.json;

import java.io.IOException;
import java.io.Writer;

/**
 * Collects characters for a writer. {@code JsonWriter} appends them one by one, for which
 * every other writer would take a lock each time.
 */
final class Buffer implements Appendable {

	private static final int SIZE = 8192;

	private final Writer writer;

	private final char[] chars = new char[SIZE];

	private int length;

	Buffer(Writer writer) {
		this.writer = writer;
	}

	@Override
	public Appendable append(CharSequence text) throws IOException {
		return append(text, 0, text.length());
	}

	@Override
	public Appendable append(CharSequence text, int start, int end) throws IOException {
		for (int i = start; i < end; i++) {
			append(text.charAt(i));
		}
		return this;
	}

	@Override
	public Appendable append(char ch) throws IOException {
		if (this.length == SIZE) {
			write();
		}
		this.chars[this.length++] = ch;
		return this;
	}

	void flush() throws IOException {
		write();
		this.writer.flush();
	}

	private void write() throws IOException {
		this.writer.write(this.chars, 0, this.length);
		this.length = 0;
	}

}
