package io.github.gmr.content.text;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Share}.
 */
class ShareTests {

	@Test
	void reachesWhenThresholdIsReachedIsTrue() {
		assertThat(new Share(90, 100).reaches(90)).isTrue();
		assertThat(new Share(899, 1000).reaches(90)).isFalse();
		assertThat(new Share(Long.MAX_VALUE, Long.MAX_VALUE).reaches(100)).isTrue();
	}

	@Test
	void reachesWhenThereIsNoWholeIsFalse() {
		assertThat(new Share(1, 0).reaches(1)).isFalse();
		assertThat(new Share(1, -1).reaches(1)).isFalse();
		assertThat(new Share(0, 0).percent()).isZero();
	}

	@Test
	void toStringHasOneDecimal() {
		assertThat(new Share(1, 3)).hasToString("33.3 %");
		assertThat(new Share(0, 0)).hasToString("0.0 %");
	}

}
