package io.github.gmr.section.jvm;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Has a visitor read threads that a test makes up.
 */
final class Dumped {

	private final StringBuilder threads = new StringBuilder();

	/**
	 * Add a virtual thread.
	 * @param id its identifier
	 * @param facts its further facts in JSON
	 * @return this dump
	 */
	Dumped virtual(long id, String facts) {
		return thread(id, "\"virtual\": true, " + facts);
	}

	Dumped thread(long id, String facts) {
		this.threads.append("{\"tid\": %d, \"name\": \"t-%d\", %s}\n".formatted(id, id, facts));
		return this;
	}

	<V extends ThreadDumpReader.Visitor> V readBy(V visitor) {
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
