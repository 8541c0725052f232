package io.github.gmr.content.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ByteSize}.
 */
class ByteSizeTests {

	@ParameterizedTest
	@CsvSource({ "0, 0 B", "10239, 10239 B", "10240, 10 KB", "104857600, 100 MB", "1073741824, 1024 MB",
			"107374182400, 100 GB", "9223372036854775807, 8192 PB" })
	void toStringTellsSizeInUnitThatLeavesDigits(long bytes, String words) {
		assertThat(new ByteSize(bytes)).hasToString(words);
	}

	@Test
	void createWhenNegativeThrowsException() {
		assertThatIllegalArgumentException().isThrownBy(() -> new ByteSize(-1))
			.withMessage("'bytes' must not be negative but is -1");
	}

}
