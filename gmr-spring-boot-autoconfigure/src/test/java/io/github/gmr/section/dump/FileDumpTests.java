package io.github.gmr.section.dump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link FileDump}.
 */
class FileDumpTests {

	@TempDir
	private Path directory;

	private final AtomicReference<Path> file = new AtomicReference<>();

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void streamWhenCommandHasWrittenReadsFileThatOnlyOwnerMayRead() throws Exception {
		AtomicReference<String> permissions = new AtomicReference<>();
		try (ThreadDump dump = start((name) -> {
			permissions.set(PosixFilePermissions.toString(permissions(name)));
			return write(name);
		}, Duration.ofSeconds(30))) {
			assertThat(new String(dump.stream().readAllBytes())).isEqualTo("text");
		}
		assertThat(permissions).hasValue("rw-------");
		assertThat(this.file.get()).doesNotExist();
	}

	@Test
	void closeWhenCommandStillWritesDeletesFileInTheEnd() throws Exception {
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch proceed = new CountDownLatch(1);
		ThreadDump dump = start((name) -> {
			begun.countDown();
			await(proceed);
			return write(name);
		}, Duration.ofMillis(10));
		await(begun);
		assertThatExceptionOfType(DumpCutException.class).isThrownBy(() -> dump.stream().readAllBytes());
		assertThat(dump.finished()).isFalse();
		dump.close();
		proceed.countDown();
		assertThat(dump.await(Duration.ofSeconds(30))).isTrue();
		Path written = this.file.get();
		while (Files.exists(written)) {
			Thread.onSpinWait();
		}
	}

	@Test
	void startWhenNoThreadIsFreeDeletesFile() {
		assertThatExceptionOfType(RejectedExecutionException.class)
			.isThrownBy(() -> FileDump.start((name) -> "", (task) -> {
				assertThat(this.directory).isNotEmptyDirectory();
				throw new RejectedExecutionException();
			}, this.directory, DumpDeadline.in(Duration.ofSeconds(1))));
		assertThat(this.directory).isEmptyDirectory();
	}

	private ThreadDump start(DumpCommand command, Duration limit) throws IOException {
		return FileDump.start((name) -> {
			this.file.set(Path.of(name));
			return command.run(name);
		}, (task) -> {
			Thread thread = new Thread(task);
			thread.setDaemon(true);
			thread.start();
		}, this.directory, DumpDeadline.in(limit));
	}

	private static Set<PosixFilePermission> permissions(String name) {
		try {
			return Files.getPosixFilePermissions(Path.of(name));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String write(String name) {
		try {
			Files.writeString(Path.of(name), "text");
			return "Created";
		}
		catch (IOException ex) {
			return "Failed: " + ex;
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
