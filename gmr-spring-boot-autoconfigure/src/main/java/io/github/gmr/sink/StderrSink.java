package io.github.gmr.sink;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.gmr.report.ParkedThread;
import org.jspecify.annotations.Nullable;

/**
 * Writes to file descriptor 2, never to {@code System.err}, whose lock an application can
 * hold for ever. Writing is done by a thread of its own: if nobody reads the other end,
 * that thread alone waits.
 */
public final class StderrSink implements ReportSink {

	private static final Duration LIMIT = Duration.ofSeconds(5);

	private final ParkedThread thread;

	private final OutputStream out;

	/**
	 * Create a sink.
	 * @param thread the thread that writes
	 */
	public StderrSink(ParkedThread thread) {
		this(thread, new FileOutputStream(FileDescriptor.err));
	}

	StderrSink(ParkedThread thread, OutputStream out) {
		this.thread = thread;
		this.out = out;
	}

	@Override
	public @Nullable String accept(RenderedReport report) throws IOException {
		write(report::writeTo);
		return null;
	}

	/**
	 * Write a line.
	 * @param line the line, without a line feed
	 * @throws IOException if it cannot be written in time
	 */
	public void note(String line) throws IOException {
		byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
		write((out) -> out.write(bytes));
	}

	private void write(RenderedReport.Writer writer) throws IOException {
		FutureTask<@Nullable Void> task = new FutureTask<>(() -> {
			writer.writeTo(this.out);
			return null;
		});
		if (!this.thread.offer(task)) {
			throw new IOException("an earlier report is still being written to standard error");
		}
		await(task);
	}

	private static void await(FutureTask<?> task) throws IOException {
		try {
			task.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
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

}
