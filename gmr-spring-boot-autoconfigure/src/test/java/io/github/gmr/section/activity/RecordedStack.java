package io.github.gmr.section.activity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A stack that {@code gmr-recorder} has recorded.
 *
 * @param file the file of the recording
 * @param expected what the thread does, such as
 * {@code "latch: waits for a CountDownLatch"}
 * @param state the state of the thread
 * @param frames its stack
 */
record RecordedStack(String file, String expected, String state, List<String> frames) {

	private static final String FRAME = "\tat ";

	/**
	 * Read all recordings.
	 */
	static List<RecordedStack> all() {
		try (Stream<Path> files = Files
			.list(Path.of(RecordedStack.class.getResource("recorded/locks-jdk17.txt").toURI()).getParent())) {
			return files.sorted().flatMap((file) -> read(file).stream()).toList();
		}
		catch (IOException | URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static List<RecordedStack> read(Path file) {
		try {
			List<RecordedStack> stacks = new ArrayList<>();
			Arrays.stream(Files.readString(file).split("\n\n"))
				.skip(1)
				.forEach((text) -> stacks.add(of(file.getFileName().toString(), text.lines().toList())));
			return stacks;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static RecordedStack of(String file, List<String> lines) {
		String expected = lines.get(0).substring(0, lines.get(0).lastIndexOf(" ("));
		return new RecordedStack(file, expected, lines.get(1),
				lines.stream()
					.filter((line) -> line.startsWith(FRAME))
					.map((line) -> line.substring(FRAME.length()))
					.toList());
	}

	@Override
	public String toString() {
		return this.file + ": " + this.expected;
	}

}
