package io.github.gmr.section.dump;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.management.JMException;

import org.jspecify.annotations.Nullable;

/**
 * A dump of all threads that the JVM writes on one thread while another one reads it. The
 * stream and {@link #close()} belong to the reader; the rest is safe for both threads,
 * and for later reports that ask whether the writer has stopped.
 */
public abstract class ThreadDump implements Closeable {

	private volatile boolean closed;

	private final CountDownLatch finished = new CountDownLatch(1);

	private volatile @Nullable String answer;

	/**
	 * Return what the JVM writes.
	 * @return the stream; reading it fails with {@link DumpCutException} when the time is
	 * up
	 * @throws IOException if there is no stream
	 */
	public abstract InputStream stream() throws IOException;

	/**
	 * Free what the writer uses. Called on its thread, when the command has returned or
	 * will not run.
	 */
	abstract void releaseWriter();

	/**
	 * Free what the reader uses.
	 */
	abstract void releaseReader();

	/**
	 * Write the dump, unless it has been given up.
	 */
	final void write(DumpCommand command, Path file) {
		try {
			if (!this.closed) {
				this.answer = command.run(file.toString());
			}
		}
		catch (JMException | RuntimeException | LinkageError ex) {
			this.answer = ex.toString();
		}
		finally {
			this.finished.countDown();
			releaseWriter();
		}
	}

	/**
	 * Give the dump up if it is not complete: the writer stops soon.
	 */
	@Override
	public final void close() {
		this.closed = true;
		releaseReader();
	}

	final boolean closed() {
		return this.closed;
	}

	/**
	 * Return whether the writer has stopped.
	 * @return whether it has
	 */
	final boolean finished() {
		return this.finished.getCount() == 0;
	}

	/**
	 * Wait for the writer to stop.
	 * @param time how long to wait at most
	 * @return whether it has stopped
	 * @throws InterruptedException if the thread is interrupted
	 */
	public final boolean await(Duration time) throws InterruptedException {
		return this.finished.await(time.toNanos(), TimeUnit.NANOSECONDS);
	}

	/**
	 * Return the answer of the JVM.
	 * @return the answer, or {@code null} as long as there is none
	 */
	public final @Nullable String answer() {
		return this.answer;
	}

	static void closeQuietly(Closeable closeable) {
		try {
			closeable.close();
		}
		catch (IOException ex) {
			// there is nothing else to do
		}
	}

}
