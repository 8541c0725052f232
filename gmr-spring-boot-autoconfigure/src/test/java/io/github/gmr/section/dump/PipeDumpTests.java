package io.github.gmr.section.dump;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PipeDump}.
 */
@EnabledOnOs(OS.LINUX)
class PipeDumpTests {

	private static final Path DESCRIPTORS = SinkDescriptor.DESCRIPTORS;

	@Test
	void streamWhenCommandWritesGivesWhatItWrites() throws Exception {
		String text = "x".repeat(1_000_000);
		try (ThreadDump dump = start((file) -> write(file, text), Duration.ofSeconds(30))) {
			assertThat(new String(dump.stream().readAllBytes())).isEqualTo(text);
			assertThat(dump.await(Duration.ofSeconds(30))).isTrue();
			assertThat(dump.answer()).isEqualTo("Created");
		}
	}

	@Test
	void streamWhenTheBeginningIsEnoughIsCutAfterIt() throws Exception {
		DumpDeadline deadline = DumpDeadline.in(Duration.ofSeconds(30)).orAfter(1000);
		try (ThreadDump dump = PipeDump.start((file) -> write(file, "x".repeat(1_000_000)),
				(task) -> new Thread(task).start(), DESCRIPTORS, deadline)) {
			assertThatExceptionOfType(DumpCutException.class).isThrownBy(() -> dump.stream().readAllBytes())
				.withMessage("The first 1000 bytes are enough");
			dump.close();
			assertThat(dump.await(Duration.ofSeconds(30))).isTrue();
			assertThat(dump.answer()).contains("Broken pipe");
		}
	}

	@Test
	void closeWhenCommandHasNotOpenedItsFileKeepsDescriptorFromBeingUsedAgain(@TempDir Path directory)
			throws Exception {
		CountDownLatch opening = new CountDownLatch(1);
		CountDownLatch proceed = new CountDownLatch(1);
		AtomicReference<Path> file = new AtomicReference<>();
		ThreadDump dump = start((name) -> {
			file.set(Path.of(name));
			opening.countDown();
			await(proceed);
			return write(name, "x".repeat(1_000_000));
		}, Duration.ofMillis(20));
		await(opening);
		Path pipe = Files.readSymbolicLink(file.get());
		assertThatExceptionOfType(DumpCutException.class).isThrownBy(() -> dump.stream().readAllBytes());
		dump.close();
		List<OutputStream> application = openFiles(directory);
		assertThat(Files.readSymbolicLink(file.get())).isEqualTo(pipe);
		proceed.countDown();
		assertThat(dump.await(Duration.ofSeconds(30))).isTrue();
		assertThat(dump.answer()).contains("Broken pipe");
		for (OutputStream stream : application) {
			stream.close();
		}
		try (var files = Files.list(directory)) {
			assertThat(files).hasSize(50).allSatisfy((path) -> assertThat(path).hasContent("precious"));
		}
	}

	@Test
	void closeWhenCommandHasNotBegunKeepsItFromRunning() throws Exception {
		List<Runnable> tasks = new ArrayList<>();
		ThreadDump dump = PipeDump.start((file) -> {
			throw new AssertionError("must not run");
		}, tasks::add, DESCRIPTORS, DumpDeadline.in(Duration.ofMillis(10)));
		dump.close();
		assertThat(dump.finished()).isFalse();
		tasks.get(0).run();
		assertThat(dump.finished()).isTrue();
		assertThat(dump.answer()).isNull();
	}

	@Test
	void dumpWhenDoneManyTimesLeavesNoDescriptorBehind() throws Exception {
		start((file) -> write(file, "x"), Duration.ofSeconds(30)).close();
		long before = descriptors();
		for (int i = 0; i < 50; i++) {
			try (ThreadDump dump = start((file) -> write(file, "x"), Duration.ofSeconds(30))) {
				dump.stream().readAllBytes();
				assertThat(dump.await(Duration.ofSeconds(30))).isTrue();
			}
		}
		assertThat(descriptors()).isLessThan(before + 25);
	}

	@Test
	void startWhenNoThreadIsFreeLeavesNoDescriptorBehind() throws Exception {
		long before = descriptors();
		for (int i = 0; i < 50; i++) {
			assertThatExceptionOfType(RejectedExecutionException.class)
				.isThrownBy(() -> PipeDump.start((file) -> "", (task) -> {
					throw new RejectedExecutionException();
				}, DESCRIPTORS, DumpDeadline.in(Duration.ofSeconds(1))));
		}
		assertThat(descriptors()).isLessThan(before + 25);
	}

	@Test
	void startWhenOtherPipesComeAndGoFindsItsOwn() throws Exception {
		AtomicBoolean end = new AtomicBoolean();
		Thread disturber = new Thread(() -> {
			while (!end.get()) {
				disturb();
			}
		});
		disturber.setDaemon(true);
		disturber.start();
		try {
			for (int i = 0; i < 100; i++) {
				String text = "dump " + i;
				try (ThreadDump dump = start((file) -> write(file, text), Duration.ofSeconds(30))) {
					assertThat(new String(dump.stream().readAllBytes())).isEqualTo(text);
				}
			}
		}
		finally {
			end.set(true);
			disturber.join();
		}
	}

	private static void disturb() {
		try {
			Pipe pipe = Pipe.open();
			pipe.sink().write(ByteBuffer.allocate(1000));
			pipe.sink().close();
			pipe.source().close();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static ThreadDump start(DumpCommand command, Duration limit) throws IOException {
		return PipeDump.start(command, (task) -> {
			Thread thread = new Thread(task);
			thread.setDaemon(true);
			thread.start();
		}, DESCRIPTORS, DumpDeadline.in(limit));
	}

	private static String write(String file, String text) {
		try (OutputStream out = Files.newOutputStream(Path.of(file))) {
			out.write(text.getBytes());
			return "Created";
		}
		catch (IOException ex) {
			return "Failed: " + ex;
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static List<OutputStream> openFiles(Path directory) throws IOException {
		List<OutputStream> streams = new ArrayList<>();
		for (int i = 0; i < 50; i++) {
			OutputStream stream = Files.newOutputStream(directory.resolve("file-" + i));
			stream.write("precious".getBytes());
			streams.add(stream);
		}
		return streams;
	}

	private static long descriptors() throws IOException {
		try (var links = Files.list(DESCRIPTORS)) {
			return links.count();
		}
	}

}
