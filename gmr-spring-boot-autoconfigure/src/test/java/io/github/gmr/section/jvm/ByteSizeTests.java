package io.github.gmr.section.jvm;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ByteSize}.
 */
class ByteSizeTests {

	@ParameterizedTest
	@CsvSource({ "0, 0 B", "10239, 10239 B", "10240, 10 KB", "104857600, 100 MB", "1073741824, 1024 MB",
			"107374182400, 100 GB", "9223372036854775807, 8192 PB", "-1, ''" })
	void ofReturnsSizeInUnitThatLeavesDigits(long bytes, String words) {
		assertThat(ByteSize.of(bytes)).isEqualTo(words);
	}

}
