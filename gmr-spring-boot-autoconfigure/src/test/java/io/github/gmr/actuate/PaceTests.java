package io.github.gmr.actuate;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Pace}.
 */
class PaceTests {

	private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 1);

	private final Pace pace = new Pace(Duration.ofSeconds(10), this.nanoTime::get);

	@Test
	void beginWhenIntervalHasNotPassedIsTooEarly() {
		assertThat(this.pace.begin()).isZero();
		pass(Duration.ofSeconds(3));
		assertThat(this.pace.begin()).isEqualTo(Duration.ofSeconds(7));
		pass(Duration.ofSeconds(7).minusNanos(1));
		assertThat(this.pace.begin()).isEqualTo(Duration.ofNanos(1));
	}

	@Test
	void beginWhenIntervalHasPassedStartsAnother() {
		assertThat(this.pace.begin()).isZero();
		pass(Duration.ofSeconds(10));
		assertThat(this.pace.begin()).isZero();
		pass(Duration.ofSeconds(9));
		assertThat(this.pace.begin()).isEqualTo(Duration.ofSeconds(1));
	}

	@Test
	void beginWhenWhatHadBegunIsCancelledIsNotTooEarly() {
		assertThat(this.pace.begin()).isZero();
		this.pace.cancel();
		assertThat(this.pace.begin()).isZero();
	}

	@Test
	void beginWhenIntervalIsZeroOrEndlessIsNoMoreThanThat() {
		Pace always = new Pace(Duration.ZERO, this.nanoTime::get);
		assertThat(always.begin()).isZero();
		assertThat(always.begin()).isZero();
		Pace once = new Pace(Duration.ofSeconds(Long.MAX_VALUE), this.nanoTime::get);
		assertThat(once.begin()).isZero();
		pass(Duration.ofDays(1));
		assertThat(once.begin()).isPositive();
	}

	private void pass(Duration time) {
		this.nanoTime.addAndGet(time.toNanos());
	}

}
