package io.github.gmr.section.pulse;

import java.time.Duration;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

import io.github.gmr.content.Check;
import io.github.gmr.content.Check.Outcome;
import io.github.gmr.content.Content;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests for {@link Trends} and {@link Growth}.
 */
class TrendsTests {

	private static final int LEAST = 50;

	private static final int PERCENT = 10;

	private double value;

	private final Pulses pulses = new Pulses((figures) -> figures.level("figure", () -> this.value));

	private final Trends trends = new Trends(this.pulses.history(), () -> true, Duration.ofMinutes(10));

	@ParameterizedTest
	@EnumSource
	void growthWhenHealthyIsNone(Healthy shape) {
		for (int minute = 1; minute <= 240; minute++) {
			look(minute, shape.values);
			Growth growth = growth();
			assertThat(growth.isBy(LEAST, PERCENT) && !growth.isBrief()).as("after %d min: %s", minute, growth)
				.isFalse();
		}
	}

	@ParameterizedTest
	@EnumSource
	void growthWhenSickIsFound(Sick shape) {
		for (int minute = 1; minute <= 200; minute++) {
			look(minute, shape.values);
		}
		assertThat(growth().isBy(LEAST, PERCENT)).as("%s", growth()).isTrue();
		assertThat(growth().isBrief()).isFalse();
		assertThat(growth().perMinute()).isCloseTo(shape.perMinute, within(0.2 * shape.perMinute));
	}

	@Test
	void growthWhenItHasBegunBeforeLongKnowsSinceWhen() {
		for (int minute = 1; minute <= 95; minute++) {
			look(minute, (time) -> 1000 + Math.max(0, time - 60) * 6);
		}
		assertThat(growth().time()).isCloseTo(Duration.ofMinutes(30), Duration.ofMinutes(1));
		assertThat(growth().until(2210)).isCloseTo(Duration.ofMinutes(167), Duration.ofMinutes(5));
	}

	@Test
	void growthOfFigureThatIsReadSeldomIsFoundToo() {
		Pulses pulses = new Pulses((figures) -> figures.level("figure",
				() -> ((int) this.value % 4 == 0) ? Double.valueOf(1000 + this.value * 10) : null));
		Trends trends = new Trends(pulses.history(), () -> true, Duration.ofMinutes(10));
		for (int look = 0; look < 60 * 12; look++) {
			this.value = Math.floor(look / 12.0);
			pulses.look();
		}
		assertThat(trends.growth("figure").perMinute()).isCloseTo(10, within(1.0));
		for (int look = 0; look < 60 * 12; look++) {
			this.value = 1;
			pulses.look();
		}
		assertThat(trends.growth("figure")).isEqualTo(Growth.NONE);
	}

	@Test
	void growthOfTheLastMinuteIsBrief() {
		look(0, (time) -> 1000 + 300 * time);
		look(1, (time) -> 1000 + 300 * time);
		assertThat(growth()).as("also of an application that has just started")
			.returns(true, Growth::isBrief)
			.returns(Duration.ofSeconds(40), Growth::time);
		assertThat(growth().perMinute()).isCloseTo(300, within(1.0));
	}

	@Test
	void growthWhenItsStartIsNotOverIsNone() {
		for (int second = 0; second <= 55; second += 5) {
			this.value = 1000 + second * 5;
			this.pulses.look();
		}
		assertThat(growth()).isEqualTo(Growth.NONE);
	}

	@ParameterizedTest
	@EnumSource(names = { "CONSTANT", "NOISE", "LATE_STEP", "STAIRS", "BURST", "END_OF_TRAFFIC", "BUSY_MINUTES" })
	void growthWhenNothingRisesForLongIsNotEvenBrief(Healthy shape) {
		for (int minute = 1; minute <= 240; minute++) {
			look(minute, shape.values);
			assertThat(growth().isBy(LEAST, PERCENT)).as("after %d min: %s", minute, growth()).isFalse();
		}
	}

	@Test
	void reachesWhenGrowthIsShortForesaysNoHour() {
		Growth growth = new Growth(Duration.ofMinutes(10), 100, 200, 1.0 / 6, false);
		assertThat(growth.reaches(480, Duration.ofHours(1))).isTrue();
		assertThat(growth.reaches(520, Duration.ofHours(1))).isFalse();
		Growth longer = new Growth(Duration.ofMinutes(30), 100, 200, 1.0 / 6, false);
		assertThat(longer.reaches(790, Duration.ofHours(1))).isTrue();
		assertThat(longer.reaches(810, Duration.ofHours(1))).isFalse();
		assertThat(Growth.NONE.reaches(100, Duration.ofHours(1))).isFalse();
	}

	@Test
	void checkWhenThereIsNoPulseIsNotPossible() {
		Check check = new Check("figure-growing");
		Trends off = new Trends(this.pulses.history(), () -> false, Duration.ofMinutes(10));
		assertThat(off.check(check, "figure", (growth) -> Content.info("grows")).outcome())
			.isEqualTo(Outcome.NOT_POSSIBLE);
		assertThat(Trends.NONE.check(check, "figure", (growth) -> null).outcome()).isEqualTo(Outcome.NOT_POSSIBLE);
		assertThat(this.trends.check(check, "unknown", (growth) -> null).outcome()).isEqualTo(Outcome.FINE);
	}

	private Growth growth() {
		return this.trends.growth("figure");
	}

	/**
	 * Look for a minute.
	 */
	private void look(int minute, DoubleUnaryOperator values) {
		for (int i = 0; i < 12; i++) {
			this.value = values.applyAsDouble(minute + i / 12.0);
			this.pulses.look();
		}
	}

	private static double noise(double time) {
		return 60 * new Random(Math.round(time * 12)).nextDouble();
	}

	/**
	 * What looks like growth, by minutes.
	 */
	enum Healthy {

		CONSTANT((time) -> 1000), NOISE((time) -> 1000 + 3 * noise(time)),
		START((time) -> 1000 + 40 * Math.min(time, 9) + noise(time)), LATE_STEP((time) -> (time < 60) ? 1000 : 3000),
		STAIRS((time) -> 1000 + 500 * Math.floor(time / 55)), BURST((time) -> (time > 50 && time < 55) ? 5000 : 1000),
		SAW((time) -> 1000 + time % 7 * 100 + noise(time)),
		FULL_CACHE((time) -> 1000 + 2000 * (1 - Math.exp(-time / 4)) + noise(time) / 3),
		END_OF_TRAFFIC((time) -> 3000 - 10 * time), BUSY_MINUTES((time) -> 1000 + ((time % 30 < 6) ? 900 : 0)),
		WAVES((time) -> 1000 + 500 * Math.sin(time / 2) + noise(time));

		private final DoubleUnaryOperator values;

		Healthy(DoubleUnaryOperator values) {
			this.values = values;
		}

	}

	/**
	 * What grows, by minutes, and how much a minute.
	 */
	enum Sick {

		LEAK(5, (time) -> 1000 + 5 * time), LEAK_WITH_NOISE(5, (time) -> 1000 + 5 * time + 3 * noise(time)),
		LEAK_BELOW_SAW(5, (time) -> 1000 + 5 * time + time % 7 * 100),
		LEAK_WITH_BURSTS(5, (time) -> 1000 + 5 * time + ((time % 17 < 1) ? 4000 : 0)),
		LATE(20, (time) -> 1000 + 20 * Math.max(0, time - 150));

		private final double perMinute;

		private final DoubleUnaryOperator values;

		Sick(double perMinute, DoubleUnaryOperator values) {
			this.perMinute = perMinute;
			this.values = values;
		}

	}

}
