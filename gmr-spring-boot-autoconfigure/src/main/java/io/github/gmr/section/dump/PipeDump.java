package io.github.gmr.section.dump;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Pipe;
import java.nio.file.Path;
import java.util.concurrent.Executor;

/**
 * A dump that the JVM writes into a pipe of this process, so that no file is needed.
 * <p>
 * The JVM is asked to write to {@code /proc/self/fd/N}, where {@code N} is the sink end
 * of the pipe. Were the sink end closed before the command has opened that path, the
 * number might belong to a file of the application by then, and the command would
 * overwrite it. So only the thread that runs the command closes the sink end, when the
 * command has returned; giving the dump up closes the source end only, which ends the
 * command.
 */
public final class PipeDump extends ThreadDump {

	private final Pipe pipe;

	private final PipeInput input;

	private PipeDump(Pipe pipe, DumpDeadline deadline) throws IOException {
		this.pipe = pipe;
		this.input = new PipeInput(pipe.source(), deadline);
	}

	/**
	 * Start a dump.
	 * @param command writes the dump
	 * @param executor runs the command
	 * @param descriptors the directory of the descriptors of this process
	 * @param deadline until when it may take
	 * @return the dump
	 * @throws IOException if a pipe cannot be opened or its descriptor cannot be found
	 */
	public static PipeDump start(DumpCommand command, Executor executor, Path descriptors, DumpDeadline deadline)
			throws IOException {
		Pipe pipe = Pipe.open();
		try {
			Path sink = SinkDescriptor.find(pipe, descriptors);
			PipeDump dump = new PipeDump(pipe, deadline);
			executor.execute(() -> dump.write(command, sink));
			return dump;
		}
		catch (IOException | RuntimeException ex) {
			// the command does not know the descriptor and never will
			pipe.sink().close();
			pipe.source().close();
			throw ex;
		}
	}

	@Override
	public InputStream stream() {
		return this.input;
	}

	@Override
	void releaseWriter() {
		closeQuietly(this.pipe.sink());
	}

	@Override
	void releaseReader() {
		closeQuietly(this.input);
	}

}
