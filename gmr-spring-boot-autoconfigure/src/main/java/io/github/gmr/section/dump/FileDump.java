package io.github.gmr.section.dump;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;

/**
 * A dump that the JVM writes to a temporary file, where a process cannot see its own
 * descriptors. Only the owner may read the file, and it is deleted in every case.
 */
public final class FileDump extends ThreadDump {

	private final Path file;

	private final DumpDeadline deadline;

	private @Nullable InputStream input;

	private FileDump(Path file, DumpDeadline deadline) {
		this.file = file;
		this.deadline = deadline;
	}

	/**
	 * Start a dump.
	 * @param command writes the dump
	 * @param executor runs the command
	 * @param directory the directory for the file
	 * @param deadline until when it may take
	 * @return the dump
	 * @throws IOException if the file cannot be created
	 */
	public static FileDump start(DumpCommand command, Executor executor, Path directory, DumpDeadline deadline)
			throws IOException {
		FileDump dump = new FileDump(Files.createTempFile(directory, "gmr-threads", ".json"), deadline);
		try {
			executor.execute(() -> dump.write(command, dump.file));
			return dump;
		}
		catch (RuntimeException ex) {
			dump.releaseReader();
			throw ex;
		}
	}

	@Override
	public InputStream stream() throws IOException {
		this.input = new GrowingInput(Files.newInputStream(this.file));
		return this.input;
	}

	@Override
	void releaseWriter() {
		if (closed()) {
			delete();
		}
	}

	@Override
	void releaseReader() {
		if (this.input != null) {
			closeQuietly(this.input);
		}
		delete();
	}

	private void delete() {
		try {
			Files.deleteIfExists(this.file);
		}
		catch (IOException ex) {
			// a system that keeps open files: the writer deletes it when it has finished
			this.file.toFile().deleteOnExit();
		}
	}

	/**
	 * Reads the file while it grows, until the JVM has written it or the time is up.
	 */
	private final class GrowingInput extends FilterInputStream {

		private GrowingInput(InputStream file) {
			super(file);
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			boolean complete = finished();
			int count = super.read(bytes, offset, length);
			while (count < 0 && !complete) {
				await();
				complete = finished();
				count = super.read(bytes, offset, length);
			}
			FileDump.this.deadline.remainingMillis();
			return count;
		}

		private void await() throws DumpCutException {
			try {
				FileDump.this.await(Duration.ofMillis(Math.min(10, FileDump.this.deadline.remainingMillis())));
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

	}

}
