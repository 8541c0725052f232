package io.github.gmr.section.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SmallFile}.
 */
class SmallFileTests {

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2047, 2048, 2049, 8191, 8192, 100_000 })
	void textIsWhole(int length, @TempDir Path directory) throws IOException {
		Path file = Files.writeString(directory.resolve("file"), "x".repeat(length));
		assertThat(SmallFile.text(file, 1_000_000)).hasSize(length);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2048, 3000 })
	void textWhenThereIsMoreIsCut(int max, @TempDir Path directory) throws IOException {
		Path file = Files.writeString(directory.resolve("file"), "x".repeat(10_000));
		assertThat(SmallFile.text(file, max)).hasSize(max);
	}

}
