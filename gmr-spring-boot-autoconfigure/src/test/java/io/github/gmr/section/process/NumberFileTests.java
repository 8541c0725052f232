package io.github.gmr.section.process;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NumberFile}.
 */
class NumberFileTests {

	private Path path;

	private NumberFile file;

	@BeforeEach
	void create(@TempDir Path directory) {
		this.path = directory.resolve("status");
		this.file = new NumberFile(this.path);
	}

	@Test
	void numberIsBehindWordAtBeginningOfLine() throws IOException {
		write("Name:\tVmRSS: 7\nVmRSS:\t  411204 kB\nUid:\t1000\t1001\nlast 9223372036854775807");
		assertThat(this.file.number("VmRSS:")).isEqualTo(411204);
		assertThat(this.file.number("Uid:")).isEqualTo(1000);
		assertThat(this.file.number("last")).isEqualTo(Long.MAX_VALUE);
		assertThat(this.file.number("VmSwap:")).isNull();
		assertThat(this.file.number("RSS:")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n", "max\n", "-1\n", "12x\n", "9223372036854775808\n", "99999999999999999999\n",
			"\0\0\n", "x\n12\n" })
	void numberWhenFirstLineIsNoneIsNull(String text) throws IOException {
		write(text);
		assertThat(this.file.number()).isNull();
	}

	@Test
	void numberWhenFileChangesIsNew() throws IOException {
		write("a 123456\nb 7\n");
		assertThat(this.file.number("b")).isEqualTo(7);
		write("b 8\n");
		assertThat(this.file.number("b")).isEqualTo(8);
		assertThat(this.file.number("a")).isNull();
	}

	@Test
	void numberWhenFileIsGoneIsNull() throws IOException {
		write("1\n");
		assertThat(this.file.number()).isEqualTo(1);
		Files.delete(this.path);
		assertThat(this.file.read().number()).isNull();
	}

	@ParameterizedTest
	@ValueSource(ints = { 2000, 2043, 2044, 2045, 4095, 8192, 16_000 })
	void numberInLongFileIsKnown(int length) throws IOException {
		write("x".repeat(length) + "\nb 8\n");
		assertThat(this.file.number("b")).isEqualTo(8);
	}

	@Test
	void numberInFileWithoutEndIsNull() {
		assertThat(new NumberFile(Path.of("/dev/zero")).read().number("b")).isNull();
	}

	@Test
	void readAgainAllocatesHardlyAnything() throws IOException {
		write("VmRSS:\t  411204 kB\n".repeat(80));
		for (int i = 0; i < 100; i++) {
			this.file.read().number("VmSwap:");
		}
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		long before = threads.getCurrentThreadAllocatedBytes();
		for (int i = 0; i < 100; i++) {
			this.file.read().number("VmSwap:");
		}
		assertThat((threads.getCurrentThreadAllocatedBytes() - before) / 100).isLessThan(1000);
	}

	private void write(String text) throws IOException {
		Files.writeString(this.path, text);
		this.file.read();
	}

}
