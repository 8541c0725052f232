package io.github.gmr.benchmarks.measurement;

import java.io.OutputStream;

/**
 * Counts what is written to it, and keeps nothing.
 */
public final class CountingStream extends OutputStream {

	private long count;

	@Override
	public void write(int value) {
		this.count++;
	}

	@Override
	public void write(byte[] bytes, int offset, int length) {
		this.count += length;
	}

	/**
	 * Return how much was written.
	 * @return the number of bytes
	 */
	public long count() {
		return this.count;
	}

}
