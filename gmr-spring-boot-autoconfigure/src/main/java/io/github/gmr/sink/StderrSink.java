package io.github.gmr.sink;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

import io.github.gmr.worker.ParkedThread;
import org.jspecify.annotations.Nullable;

/**
 * Writes to file descriptor 2, never to {@code System.err}, whose lock an application can
 * hold for ever. Writing is done by a thread of its own: if the other end is not read,
 * that thread alone waits. Thread-safe.
 */
public final class StderrSink implements ReportSink {

	private static final Duration LIMIT = Duration.ofSeconds(5);

	private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

	private @Nullable ParkedThread thread;

	private final OutputStream out;

	private final Duration limit;

	private volatile @Nullable Future<?> last;

	/**
	 * Create a sink. Its thread is started by {@link #start()}, or else by the first
	 * report.
	 */
	public StderrSink() {
		this(EscapedOutput.ifNeeded(new FileOutputStream(FileDescriptor.err)));
	}

	/**
	 * Create a sink that writes elsewhere.
	 * @param out where to write
	 */
	public StderrSink(OutputStream out) {
		this(out, LIMIT);
	}

	StderrSink(OutputStream out, Duration limit) {
		this.out = out;
		this.limit = limit;
	}

	/**
	 * Start the thread that writes, unless it runs, and go through what it takes to note
	 * something: later there may be no room to load or to link that.
	 */
	public void start() {
		try {
			write(bytes("", ""));
		}
		catch (IOException ex) {
			// It is busy, so it has been gone through
		}
	}

	/**
	 * End the thread that writes once it has written.
	 */
	public synchronized void end() {
		if (this.thread != null) {
			this.thread.end();
			this.thread = null;
		}
	}

	private synchronized ParkedThread thread() {
		ParkedThread thread = this.thread;
		if (thread == null) {
			thread = new ParkedThread("gmr-stderr");
			this.thread = thread;
		}
		return thread;
	}

	/**
	 * Begin to write something that is made by the thread that writes, and wait for
	 * nothing.
	 * @param writer makes and writes it
	 * @return waits until it is written
	 * @throws IOException if something else is still being written
	 */
	public Writing begin(RenderedReport.Writer writer) throws IOException {
		FutureTask<@Nullable Void> task = new FutureTask<>(() -> {
			writer.writeTo(this.out);
			return null;
		});
		if (!offer(task)) {
			throw new IOException("an earlier report is still being written to standard error");
		}
		return () -> await(task);
	}

	@Override
	public @Nullable String accept(RenderedReport report) throws IOException {
		write(report::writeTo);
		return null;
	}

	/**
	 * Write a line. Waits for 5 seconds at most, as {@link #accept(RenderedReport)} does.
	 * @param line the line; control characters in it are written as spaces, so that it
	 * stays one line
	 * @throws IOException if it cannot be written in time
	 */
	public void note(String line) throws IOException {
		write(bytes(line, "\n"));
	}

	private static byte[] bytes(String line, String end) {
		return (CONTROL.matcher(line).replaceAll(" ") + end).getBytes(StandardCharsets.UTF_8);
	}

	private void write(byte[] bytes) throws IOException {
		write((out) -> out.write(bytes));
	}

	private void write(RenderedReport.Writer writer) throws IOException {
		begin(writer).await();
	}

	/**
	 * Offer a task to the thread. A task is done a moment before its thread is free.
	 */
	private boolean offer(FutureTask<?> task) {
		Future<?> last = this.last;
		while (!thread().offer(task)) {
			if (last == null || !last.isDone()) {
				return false;
			}
			Thread.yield();
		}
		this.last = task;
		return true;
	}

	private void await(FutureTask<?> task) throws IOException {
		try {
			task.get(this.limit.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			throw new IOException("nobody reads standard error");
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof IOException io) ? io : new IOException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted while writing to standard error", ex);
		}
	}

	/**
	 * Something that is being written.
	 */
	@FunctionalInterface
	public interface Writing {

		/**
		 * Wait until it is written, for 5 seconds at most.
		 * @throws IOException if it cannot be written in time
		 */
		void await() throws IOException;

	}

}
