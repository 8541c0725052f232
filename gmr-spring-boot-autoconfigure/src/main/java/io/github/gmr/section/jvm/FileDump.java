package io.github.gmr.section.jvm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * A dump that the JVM writes to a temporary file, where a process cannot see its own
 * descriptors. Only the owner may read the file, and it is deleted in every case.
 */
final class FileDump extends ThreadDump {

	private final Path file;

	private final Deadline deadline;

	private final CountDownLatch written = new CountDownLatch(1);

	private FileDump(Path file, Deadline deadline) {
		this.file = file;
		this.deadline = deadline;
	}

	/**
	 * Start a dump.
	 * @param command writes the dump
	 * @param executor runs the command
	 * @param deadline until when it may take
	 * @return the dump
	 * @throws IOException if the file cannot be created
	 */
	static FileDump start(DumpCommand command, Executor executor, Deadline deadline) throws IOException {
		FileDump dump = new FileDump(Files.createTempFile("gmr-threads", ".json"), deadline);
		try {
			executor.execute(() -> dump.write(command, dump.file));
			return dump;
		}
		catch (RuntimeException ex) {
			dump.releaseReader();
			throw ex;
		}
	}

	/**
	 * Return what has been written when the dump is complete or the time is up. The bytes
	 * end there.
	 */
	@Override
	InputStream stream() throws IOException {
		try {
			this.written.await(this.deadline.remainingNanos(), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return Files.newInputStream(this.file);
	}

	@Override
	void releaseWriter() {
		this.written.countDown();
		if (closed()) {
			delete();
		}
	}

	@Override
	void releaseReader() {
		delete();
	}

	private void delete() {
		try {
			Files.deleteIfExists(this.file);
		}
		catch (IOException ex) {
			// a system that keeps open files: the writer deletes it when it has done
			this.file.toFile().deleteOnExit();
		}
	}

}
