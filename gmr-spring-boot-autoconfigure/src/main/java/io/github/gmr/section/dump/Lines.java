package io.github.gmr.section.dump;

import java.io.IOException;
import java.io.InputStream;

/**
 * Pulls lines out of a stream, without a string for each.
 */
final class Lines {

	private final InputStream in;

	private final byte[] buffer = new byte[65_536];

	private final Utf8Text line = new Utf8Text();

	private int position;

	private int limit;

	Lines(InputStream in) {
		this.in = in;
	}

	/**
	 * Move to the next line.
	 * @return whether there is one
	 * @throws IOException if the stream cannot be read
	 */
	boolean next() throws IOException {
		this.line.clear();
		int ch = read();
		boolean any = ch >= 0;
		while (ch >= 0 && ch != '\n') {
			this.line.append(ch);
			ch = read();
		}
		this.line.removeEnd('\r');
		return any;
	}

	/**
	 * Return the line, without what ends it.
	 * @return the line, valid until the next one
	 */
	Utf8Text line() {
		return this.line;
	}

	private int read() throws IOException {
		if (this.position >= this.limit) {
			this.limit = this.in.read(this.buffer);
			this.position = 0;
		}
		return (this.limit > 0) ? this.buffer[this.position++] & 0xff : -1;
	}

}
