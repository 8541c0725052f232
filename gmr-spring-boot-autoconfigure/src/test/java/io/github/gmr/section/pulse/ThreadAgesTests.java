package io.github.gmr.section.pulse;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ThreadAges}.
 */
class ThreadAgesTests {

	private static final long SECOND = Duration.ofSeconds(1).toNanos();

	private final ThreadAges ages = new ThreadAges();

	@Test
	void ageIsTheTimeSinceTheFirstLookAfterTheThreadWasMade() {
		this.ages.look(0, 30);
		this.ages.look(5 * SECOND, 41);
		this.ages.look(10 * SECOND, 42);
		long now = 12 * SECOND;
		assertThat(this.ages.age(29, now)).isEqualTo(Duration.ofSeconds(12));
		assertThat(this.ages.age(30, now)).isEqualTo(Duration.ofSeconds(7));
		assertThat(this.ages.age(40, now)).isEqualTo(Duration.ofSeconds(7));
		assertThat(this.ages.age(41, now)).isEqualTo(Duration.ofSeconds(2));
		assertThat(this.ages.age(42, now)).isZero();
	}

	@Test
	void ageWithoutLooksIsUnknown() {
		assertThat(this.ages.age(1, SECOND)).isZero();
	}

	@Test
	void ageAfterHoursIsKnownStill() {
		for (int second = 0; second <= 7200; second += 5) {
			this.ages.look(second * SECOND, second);
		}
		assertThat(this.ages.age(0, 7200 * SECOND)).isBetween(Duration.ofMinutes(110), Duration.ofMinutes(120));
		assertThat(this.ages.age(7000, 7200 * SECOND)).isEqualTo(Duration.ofSeconds(195));
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void lookAtThisJvmTellsOldThreadsFromNewOnes() {
		Thread old = new Thread("old");
		this.ages.look(0);
		Thread young = new Thread("young");
		this.ages.look(5 * SECOND);
		assertThat(this.ages.age(old.getId(), 6 * SECOND)).isEqualTo(Duration.ofSeconds(6));
		assertThat(this.ages.age(young.getId(), 6 * SECOND)).isEqualTo(Duration.ofSeconds(1));
	}

}
