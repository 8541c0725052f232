package io.github.gmr.section.scope;

import java.time.Duration;
import java.util.List;

import io.github.gmr.section.scope.Progress.Kind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Progress}.
 */
class ProgressTests {

	private static final Progress BUSY = new Progress(Kind.BUSY, 97.6, Duration.ofSeconds(12));

	private static final Progress MOVING = new Progress(Kind.MOVING, 3, Duration.ofSeconds(12));

	@Test
	void wordsTellHowWorkGetsOn() {
		assertThat(unmoved(41).words()).isEqualTo("has not moved for 41 s");
		assertThat(BUSY.words()).isEqualTo("busy: 98 % of a CPU");
		assertThat(MOVING.words()).isEqualTo("moves");
		assertThat(Progress.UNKNOWN.words()).isEmpty();
	}

	@Test
	void wordsOfSeveralCountThem() {
		assertThat(Progress.words(List.of(unmoved(41), BUSY, unmoved(12), MOVING, unmoved(20), MOVING)))
			.isEqualTo("3 have not moved for 12 s, 1 is busy, 2 move");
		assertThat(Progress.words(List.of(MOVING, BUSY, unmoved(41), BUSY)))
			.isEqualTo("1 has not moved for 41 s, 2 are busy, 1 moves");
	}

	@Test
	void wordsWhenLittleIsKnownTellThat() {
		assertThat(Progress.words(List.of())).isEmpty();
		assertThat(Progress.words(List.of(Progress.UNKNOWN))).isEmpty();
		assertThat(Progress.words(List.of(Progress.UNKNOWN, Progress.UNKNOWN))).isEmpty();
		assertThat(Progress.words(List.of(BUSY))).isEqualTo("busy: 98 % of a CPU");
		assertThat(Progress.words(List.of(Progress.UNKNOWN, BUSY))).isEqualTo("1 is busy");
	}

	private static Progress unmoved(int seconds) {
		return new Progress(Kind.UNMOVED, 0, Duration.ofSeconds(seconds));
	}

}
