package io.github.gmr.view.text;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SmallBars}.
 */
class SmallBarsTests {

	@Test
	void ofGoesFromZeroToTheHighest() {
		assertThat(SmallBars.of(List.of(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0))).isEqualTo("_.:-=+*#");
		assertThat(SmallBars.of(List.of(7e9, 7e9))).isEqualTo("##");
		assertThat(SmallBars.of(List.of(0.0, 0.0))).isEqualTo("__");
		assertThat(SmallBars.of(List.of(-1.0, -2.0))).isEqualTo("__");
		assertThat(SmallBars.of(List.of(-1.0, 7.0))).isEqualTo("_#");
	}

	@Test
	void ofWhenValuesAreMissingLeavesSpace() {
		assertThat(SmallBars.of(Arrays.asList(null, 1.0, null, 0.0))).isEqualTo(" # _");
		assertThat(SmallBars.of(Collections.nCopies(3, null))).isEqualTo("   ");
		assertThat(SmallBars.of(List.of())).isEmpty();
	}

	@Test
	void ofWhenThereAreManyValuesDrawsTheirMeans() {
		List<Double> values = IntStream.range(0, 60).mapToObj((i) -> (i < 57) ? 0.0 : 5.0).collect(Collectors.toList());
		values.set(58, null);
		assertThat(SmallBars.of(values)).isEqualTo("_".repeat(19) + "#");
	}

}
