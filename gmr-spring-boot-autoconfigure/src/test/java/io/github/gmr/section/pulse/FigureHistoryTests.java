package io.github.gmr.section.pulse;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FigureHistory}.
 */
class FigureHistoryTests {

	@Test
	void refreshWhenOneSourceFailsReadsTheOthers() {
		FigureHistory history = new FigureHistory((figures) -> figures.level("threads", () -> 7), List.of((figures) -> {
			throw new IllegalStateException("the source is broken");
		}, (figures) -> figures.level("queued", () -> 3)), Runnable::run);
		history.refresh();
		assertThat(history.all()).extracting((series) -> series.figure().name()).containsExactly("threads", "queued");
		history.refresh();
		assertThat(history.get("queued").last()).isEqualTo(3);
	}

}
