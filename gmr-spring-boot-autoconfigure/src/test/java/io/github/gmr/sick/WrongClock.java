package io.github.gmr.sick;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

import io.github.gmr.process.PatientBuilder;
import org.junit.jupiter.api.Assumptions;

/**
 * A wall clock of one process that can be set while it runs. Needs a compiler of C.
 */
final class WrongClock {

	private static final Path COMPILER = Path.of("/usr/bin/cc");

	private final Path library;

	private final Path offset;

	/**
	 * Create a clock that is right.
	 * @param directory where to put its files
	 */
	WrongClock(Path directory) throws IOException, InterruptedException {
		Assumptions.assumeTrue(Files.exists(COMPILER), "There is no compiler of C");
		this.library = directory.resolve("clock.so");
		this.offset = directory.resolve("offset");
		compile(directory.resolve("clock.c"));
		set(Duration.ZERO);
	}

	private void compile(Path source) throws IOException, InterruptedException {
		try (InputStream in = WrongClock.class.getResourceAsStream("clock.c")) {
			Files.copy(in, source);
		}
		int result = new ProcessBuilder(COMPILER.toString(), "-shared", "-fPIC", "-o", this.library.toString(),
				source.toString())
			.inheritIO()
			.start()
			.waitFor();
		Assumptions.assumeTrue(result == 0, "The clock cannot be compiled");
	}

	/**
	 * Let a process have this clock.
	 * @param patient the process
	 * @return the process
	 */
	PatientBuilder given(PatientBuilder patient) {
		return patient.environment("LD_PRELOAD", this.library.toString()).environment("CLOCK", this.offset.toString());
	}

	/**
	 * Set the clock.
	 * @param ahead how far it is ahead of the right time
	 */
	void set(Duration ahead) {
		ByteBuffer seconds = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder());
		seconds.putLong(ahead.toSeconds()).flip();
		try (FileChannel channel = FileChannel.open(this.offset, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
			channel.write(seconds);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
