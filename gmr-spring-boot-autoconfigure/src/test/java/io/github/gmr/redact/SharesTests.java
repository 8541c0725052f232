package io.github.gmr.redact;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Shares}.
 */
class SharesTests {

	@Test
	void ofWhenAllFitGivesEachItsWhole() {
		assertThat(shares(60, 0, 10L, 20L, 30L)).containsExactly(10, 20, 30);
	}

	@Test
	void ofWhenLengthIsShortLeavesShortPartsWholeAndGivesLongOnesTheSame() {
		assertThat(shares(100, 0, 10L, 500L, 20L, 90L)).containsExactly(10, 35, 20, 35);
	}

	@Test
	void ofWhenLeastOfPartsDoesNotFitLeavesOutTheLast() {
		assertThat(shares(10, 4, 4L, 100L, 4L)).containsExactly(4, 6);
	}

	@Test
	void ofWhenPartsNeedNothingKeepsThem() {
		assertThat(shares(-5, 0, 10L, 20L)).containsExactly(0, 0);
	}

	@Test
	void ofWhenPartsCannotBeCutKeepsThoseThatFit() {
		List<Long> parts = List.of(3L, 4L, 5L);
		assertThat(Shares.of(8, parts, Long::longValue, Long::longValue).count()).isEqualTo(2);
	}

	private static long[] shares(long length, long least, Long... parts) {
		Shares shares = Shares.of(length, List.of(parts), (part) -> least, Long::longValue);
		return IntStream.range(0, shares.count()).mapToLong(shares::of).toArray();
	}

}
