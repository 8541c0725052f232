package io.github.gmr.sink;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Standard error of tests, which keeps what is written to it.
 */
public final class RecordedStderr {

	private final List<String> writes = new CopyOnWriteArrayList<>();

	private final ByteArrayOutputStream out = new ByteArrayOutputStream() {

		@Override
		public synchronized void write(byte[] bytes, int offset, int length) {
			super.write(bytes, offset, length);
			if (length > 0) {
				RecordedStderr.this.writes.add(new String(bytes, offset, length, StandardCharsets.UTF_8));
			}
		}

	};

	private final StderrSink sink = new StderrSink(this.out, Duration.ofSeconds(30));

	public StderrSink sink() {
		return this.sink;
	}

	/**
	 * Return what was written at once.
	 * @return each write
	 */
	public List<String> writes() {
		return this.writes;
	}

	public String written() {
		return this.out.toString(StandardCharsets.UTF_8);
	}

}
