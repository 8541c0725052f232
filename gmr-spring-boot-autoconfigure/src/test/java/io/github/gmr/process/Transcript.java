package io.github.gmr.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Collects what a process writes, while it writes.
 */
final class Transcript {

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	private final CompletableFuture<Void> end = new CompletableFuture<>();

	Transcript(String name, InputStream in) {
		Thread reader = new Thread(() -> read(in), name);
		reader.setDaemon(true);
		reader.start();
	}

	private void read(InputStream in) {
		try (in) {
			in.transferTo(this.bytes);
		}
		catch (IOException ex) {
			// A killed process closes its streams as it likes, what came before counts
			this.bytes.writeBytes(ex.toString().getBytes(StandardCharsets.UTF_8));
		}
		finally {
			this.end.complete(null);
		}
	}

	/**
	 * Return what was written so far.
	 * @return the text
	 */
	String text() {
		return this.bytes.toString(StandardCharsets.UTF_8);
	}

	/**
	 * Wait for the last byte of a process that has ended.
	 */
	void awaitEnd() {
		// A child of the process may hold the stream open
		this.end.completeOnTimeout(null, 30, TimeUnit.SECONDS).join();
	}

}
