package io.github.gmr.content;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import io.github.gmr.content.figure.FigureReading;
import io.github.gmr.content.figure.FigureSeries;
import io.github.gmr.content.figure.FigureSeries.Kind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Timeline}.
 */
class TimelineTests {

	private static final Instant FROM = Instant.parse("2026-11-23T03:00:00Z");

	private static final Duration STEP = Duration.ofSeconds(5);

	@Test
	void createWhenNumbersAreNotFiniteLeavesGaps() {
		FigureSeries figure = figure(List.of(new FigureReading(Double.NaN, "unknown")), 1.0, Double.NaN, null,
				Double.POSITIVE_INFINITY, -0.5);
		assertThat(figure.samples()).containsExactly(1.0, null, null, null, -0.5);
		assertThat(figure.readings()).containsExactly(new FigureReading(null, "unknown"));
	}

	@Test
	void createWhenTextIsNotWellFormedEscapesIt() {
		FigureSeries figure = new FigureSeries("a\ud800b", "\udc00", Kind.GAUGE,
				List.of(new FigureReading(1.0, "\ud800")), List.of(), "\udc00");
		Timeline timeline = new Timeline(List.of("\ud800"), FROM, STEP, List.of(figure), 0);
		assertThat(timeline.columns()).containsExactly("\\ud800");
		assertThat(timeline.figures()).containsExactly(new FigureSeries("a\\ud800b", "\\udc00", Kind.GAUGE,
				List.of(new FigureReading(1.0, "\\ud800")), List.of(), "\\udc00"));
	}

	@Test
	void createWhenColumnsAreEqualMakesThemUnique() {
		assertThat(new Timeline(List.of("now", "now"), FROM, STEP, List.of(), 0).columns()).containsExactly("now",
				"now (2)");
	}

	@Test
	void createWhenThereAreManySamplesKeepsTheLast() {
		Double[] samples = new Double[400];
		Arrays.setAll(samples, Double::valueOf);
		Timeline timeline = timeline(figure(List.of(FigureReading.UNKNOWN), samples));
		assertThat(timeline.from()).isEqualTo(FROM.plusSeconds(200));
		assertThat(timeline.span()).isEqualTo(Duration.ofMinutes(30));
		assertThat(timeline.figures().get(0).samples()).hasSize(360).startsWith(40.0).endsWith(399.0);
	}

	@Test
	void createWhenThereAreManyFiguresCountsTheRest() {
		FigureSeries figure = figure(List.of(FigureReading.UNKNOWN), 1.0);
		Timeline timeline = new Timeline(List.of("now"), FROM, STEP, Collections.nCopies(12_345, figure), 5);
		assertThat(timeline.figures()).hasSize(10_000);
		assertThat(timeline.omitted()).isEqualTo(2350);
		assertThat(timeline.cutTo(10))
			.isEqualTo(new Timeline(List.of("now"), FROM, STEP, Collections.nCopies(10, figure), 12_340));
	}

	@Test
	void spanWhenThereAreNoFiguresIsZero() {
		assertThat(timeline().span()).isZero();
	}

	@Test
	void createWhenFiguresDifferThrowsException() {
		FigureSeries figure = figure(List.of(FigureReading.UNKNOWN), 1.0, 2.0);
		assertThatIllegalArgumentException().isThrownBy(() -> timeline(figure, figure(List.of(), 1.0, 2.0)))
			.withMessage("'figures' must have 1 readings and 2 samples each but one has 0 and 2");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> timeline(figure, figure(List.of(FigureReading.UNKNOWN), 1.0)))
			.withMessage("'figures' must have 1 readings and 2 samples each but one has 1 and 1");
	}

	@Test
	void createWhenStepIsNotPositiveThrowsException() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Timeline(List.of(), FROM, Duration.ZERO, List.of(), 0))
			.withMessage("'step' must be positive but is PT0S");
	}

	private static Timeline timeline(FigureSeries... figures) {
		return new Timeline(List.of("now"), FROM, STEP, List.of(figures), 0);
	}

	private static FigureSeries figure(List<FigureReading> readings, Double... samples) {
		return new FigureSeries("queue", "count", Kind.GAUGE, readings, Arrays.asList(samples), "");
	}

}
