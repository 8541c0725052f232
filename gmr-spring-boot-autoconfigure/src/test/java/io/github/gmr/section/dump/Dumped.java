package io.github.gmr.section.dump;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Has a visitor read threads that a test makes up.
 */
public final class Dumped {

	private final StringBuilder threads = new StringBuilder();

	/**
	 * Add a virtual thread.
	 * @param id its identifier
	 * @param facts its further facts in JSON
	 * @return this dump
	 */
	public Dumped virtual(long id, String facts) {
		return thread(id, "\"virtual\": true, " + facts);
	}

	public Dumped thread(long id, String facts) {
		this.threads.append("{\"tid\": %d, \"name\": \"t-%d\", %s}\n".formatted(id, id, facts));
		return this;
	}

	public <V extends ThreadDumpReader.Visitor> V readBy(V visitor) {
		String dump = """
				{"threadDump": {"threadContainers": [{"container": "<root>", "threads": [%s]}]}}"""
			.formatted(this.threads);
		try {
			new ThreadDumpReader(new ByteArrayInputStream(dump.getBytes(StandardCharsets.UTF_8)), 256, visitor).read();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return visitor;
	}

}
