package io.github.gmr.section.virtual;

import java.util.List;

import io.github.gmr.content.Finding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link VirtualScheduler}.
 */
class VirtualSchedulerTests {

	@ParameterizedTest
	@CsvSource({ "2, 2, 1, true", "2, 3, 9, true", "2, 1, 9, false", "2, 0, 900, false", "2, 2, 0, false" })
	void findingWhenThreadsWaitForCarriersThatOthersKeepIsRaised(long parallelism, long pinned, long queued,
			boolean raised) {
		VirtualScheduler scheduler = new VirtualScheduler(parallelism, parallelism, parallelism, queued);
		String place = "com.acme.Cache.<clinit>(Cache.java:41)";
		assertThat(scheduler.check(pinned, place).findings()).extracting(Finding::summary)
			.containsExactlyElementsOf(
					(!raised) ? List.of() : List.of(queued + " virtual threads wait for a carrier, but " + pinned
							+ " others wait and keep theirs, of which there should be 2: one is at " + place));
	}

}
