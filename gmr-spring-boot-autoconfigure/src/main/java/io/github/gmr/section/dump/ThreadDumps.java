package io.github.gmr.section.dump;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Function;

import io.github.gmr.section.dump.ThreadDumpReader.Visitor;
import org.jspecify.annotations.Nullable;

/**
 * Has the JVM dump its threads, and reads the dumps while they are written. Used by one
 * thread at a time.
 */
public final class ThreadDumps {

	private static final Duration PATIENCE = Duration.ofMillis(200);

	private final Executor executor;

	private final Function<DumpFormat, DumpCommand> commands;

	private final Path descriptors;

	private final int maxDepth;

	private final DumpGuard guard;

	private volatile @Nullable ThreadDump last;

	/**
	 * Create the dumps.
	 * @param executor has a thread other than the one that reads; the JVM writes there
	 * @param commands make the JVM write a dump, for each format
	 * @param descriptors the directory of the descriptors of this process
	 * @param maxDepth how many frames of a stack to keep
	 * @param guard keeps dumps away from a JVM that they endanger
	 */
	public ThreadDumps(Executor executor, Function<DumpFormat, DumpCommand> commands, Path descriptors, int maxDepth,
			DumpGuard guard) {
		this.executor = executor;
		this.commands = commands;
		this.descriptors = descriptors;
		this.maxDepth = maxDepth;
		this.guard = guard;
	}

	/**
	 * Return whether the JVM has not come to the end of an earlier dump, after some
	 * patience.
	 * @return whether it still writes
	 */
	public boolean areBeingWritten() {
		ThreadDump dump = this.last;
		try {
			return dump != null && !dump.await(PATIENCE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return true;
		}
	}

	/**
	 * Make the JVM write a dump, and read it.
	 * @param format the format of the dump
	 * @param deadline until when that may take
	 * @param visitor takes what is read
	 * @return whether it has been read to its end, or else was cut at the deadline
	 * @throws DumpEndangeredException if the JVM may crash while it writes the dump
	 * @throws IOException if the JVM cannot write the dump, or not to its end
	 */
	public boolean read(DumpFormat format, DumpDeadline deadline, Visitor visitor) throws IOException {
		this.guard.check();
		try (ThreadDump dump = start(this.commands.apply(format), deadline)) {
			this.last = dump;
			return read(dump, format, visitor);
		}
	}

	private boolean read(ThreadDump dump, DumpFormat format, Visitor visitor) throws IOException {
		try {
			format.read(dump.stream(), this.maxDepth, visitor);
			if (!format.isWhole(dump.answer())) {
				throw new EOFException("The dump ends early");
			}
			return true;
		}
		catch (DumpCutException ex) {
			return false;
		}
		catch (EOFException ex) {
			throw new IOException("The JVM could not dump its threads: " + String.valueOf(dump.answer()).strip(), ex);
		}
	}

	private ThreadDump start(DumpCommand command, DumpDeadline deadline) throws IOException {
		try {
			return PipeDump.start(command, this.executor, this.descriptors, deadline);
		}
		catch (IOException | UnsupportedOperationException ex) {
			return FileDump.start(command, this.executor, Path.of(System.getProperty("java.io.tmpdir")), deadline);
		}
	}

}
