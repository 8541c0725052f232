package io.github.gmr.sink;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Standard error of tests, which keeps what is written to it.
 */
public final class RecordedStderr {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final StderrSink sink = new StderrSink(this.out, Duration.ofSeconds(30));

	public StderrSink sink() {
		return this.sink;
	}

	public String written() {
		return this.out.toString(StandardCharsets.UTF_8);
	}

}
