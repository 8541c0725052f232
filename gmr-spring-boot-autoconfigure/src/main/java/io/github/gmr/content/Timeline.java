package io.github.gmr.content;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.gmr.content.figure.FigureSeries;
import io.github.gmr.content.text.UniqueNames;
import io.github.gmr.content.text.WellFormed;

/**
 * Figures and how they have changed: a reading of each for some points in time, and
 * samples of the last minutes, which all figures have of the same times.
 *
 * @param columns the points in time that the readings are of, unique, such as
 * {@code "5 min"} ago
 * @param from the time of the oldest sample
 * @param step the time from one sample to the next, positive
 * @param figures the figures, each with a reading for every column, and as many samples
 * as the others, {@value #MAX_SAMPLES} at most
 * @param omitted how many more figures there are
 */
public record Timeline(List<String> columns, Instant from, Duration step, List<FigureSeries> figures,
		long omitted) implements Content {

	/**
	 * Samples of one figure, of which the last are kept.
	 */
	static final int MAX_SAMPLES = 360;

	public Timeline {
		if (step.isZero() || step.isNegative()) {
			throw new IllegalArgumentException("'step' must be positive but is " + step);
		}
		UniqueNames names = new UniqueNames();
		columns = columns.stream().map(WellFormed::name).map(names::unique).toList();
		int samples = figures.isEmpty() ? 0 : figures.get(0).samples().size();
		check(figures, columns.size(), samples);
		int old = Math.max(0, samples - MAX_SAMPLES);
		from = from.plus(step.multipliedBy(old));
		omitted += Math.max(0, figures.size() - Limits.MAX_ENTRIES);
		figures = figures.stream().limit(Limits.MAX_ENTRIES).map((figure) -> figure.withoutOldest(old)).toList();
	}

	@Override
	public <R> R accept(ContentVisitor<R> visitor) {
		return visitor.visitTimeline(this);
	}

	@Override
	public String asText() {
		return "(timeline)";
	}

	/**
	 * Return how much time the samples are of.
	 * @return the time, zero if there are none
	 */
	public Duration span() {
		return this.figures.isEmpty() ? Duration.ZERO : this.step.multipliedBy(this.figures.get(0).samples().size());
	}

	/**
	 * Return the first of these figures.
	 * @param count how many figures are kept
	 * @return a timeline that counts those that are left out
	 */
	public Timeline cutTo(int count) {
		return new Timeline(this.columns, this.from, this.step, this.figures.subList(0, count),
				this.omitted + this.figures.size() - count);
	}

	private static void check(List<FigureSeries> figures, int readings, int samples) {
		for (FigureSeries figure : figures) {
			if (figure.readings().size() != readings || figure.samples().size() != samples) {
				throw new IllegalArgumentException(
						"'figures' must have %d readings and %d samples each but one has %d and %d".formatted(readings,
								samples, figure.readings().size(), figure.samples().size()));
			}
		}
	}

}
