package io.github.gmr.trigger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link GentleSteps}.
 */
class GentleStepsTests {

	private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE);

	private final List<String> done = new ArrayList<>();

	@Test
	void runNextIfDueWaitsAtFirst() {
		GentleSteps steps = steps(() -> this.done.add("one"));
		steps.runNextIfDue();
		assertThat(this.done).isEmpty();
		assertThat(steps.nanosToNext()).isPositive();
		pass(steps.nanosToNext());
		steps.runNextIfDue();
		assertThat(this.done).containsExactly("one");
		assertThat(steps.areDone()).isTrue();
		steps.runNextIfDue();
		assertThat(this.done).containsExactly("one");
	}

	@Test
	void runNextIfDuePausesForSeveralTimesAsLongAsAStepTook() {
		long took = Duration.ofMillis(70).toNanos();
		GentleSteps steps = steps(() -> pass(took), () -> this.done.add("two"));
		pass(steps.nanosToNext());
		steps.runNextIfDue();
		assertThat(steps.nanosToNext()).isEqualTo(4 * took);
		steps.runNextIfDue();
		assertThat(this.done).isEmpty();
		pass(4 * took);
		steps.runNextIfDue();
		assertThat(this.done).containsExactly("two");
	}

	@Test
	void runNextIfDueWhenAStepTookLongPausesForASecond() {
		GentleSteps steps = steps(() -> pass(Duration.ofMinutes(1).toNanos()), () -> this.done.add("two"));
		pass(steps.nanosToNext());
		steps.runNextIfDue();
		assertThat(steps.nanosToNext()).isEqualTo(Duration.ofSeconds(1).toNanos());
	}

	@Test
	void runNextIfDueWhenStepFailsGoesOnWithTheNext() {
		GentleSteps steps = steps(() -> {
			throw new IllegalStateException("one");
		}, () -> this.done.add("two"));
		pass(steps.nanosToNext());
		assertThatIllegalStateException().isThrownBy(steps::runNextIfDue);
		steps.runNextIfDue();
		assertThat(this.done).containsExactly("two");
		assertThat(steps.areDone()).isTrue();
	}

	private GentleSteps steps(Runnable... steps) {
		return new GentleSteps(List.of(steps), this.clock::get);
	}

	private void pass(long nanos) {
		this.clock.addAndGet(nanos);
	}

}
