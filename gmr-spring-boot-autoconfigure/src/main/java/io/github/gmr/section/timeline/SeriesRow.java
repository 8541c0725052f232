package io.github.gmr.section.timeline;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.github.gmr.section.pulse.FigureSource.Figure;
import io.github.gmr.section.pulse.Ring;
import io.github.gmr.section.pulse.Series;

/**
 * What is shown of a figure.
 *
 * @param series its values
 * @param last its value when it was in a report before, {@code NaN} if it never was
 */
record SeriesRow(Series series, double last) {

	private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

	private static final Duration HOUR = Duration.ofHours(1);

	String name() {
		return figure().name();
	}

	double value() {
		return this.series.last();
	}

	/**
	 * Return whether there is more to see than zeros.
	 */
	boolean isTelling() {
		double zero = figure().counter() ? value() : 0;
		return this.series.looks().hasOther(zero) || isOther(zero, this.series.before(HOUR))
				|| isOther(zero, this.last);
	}

	private static boolean isOther(double zero, double value) {
		return !Double.isNaN(value) && value != zero;
	}

	/**
	 * Return the value, or how fast it grows since the look before.
	 */
	String now() {
		Ring looks = this.series.looks();
		int size = looks.size();
		if (!figure().counter()) {
			return FigureWords.level(figure().unit(), value());
		}
		return (size < 2) ? "" : rate(looks, Math.max(0, looks.atOrBefore(this.series.time() - SECOND)), size - 1);
	}

	/**
	 * Return the value of some time ago, or how fast it has grown since then.
	 */
	String ago(Duration ago) {
		double before = this.series.before(ago);
		if (Double.isNaN(before)) {
			return "";
		}
		return figure().counter() ? FigureWords.rate(figure().unit(), (value() - before) / ago.toSeconds())
				: FigureWords.level(figure().unit(), before);
	}

	/**
	 * Return the value in the last report, or what it has grown by since then.
	 */
	String lastReport() {
		if (Double.isNaN(this.last)) {
			return "";
		}
		return figure().counter() ? "+" + FigureWords.amount(figure().unit(), value() - this.last)
				: FigureWords.level(figure().unit(), this.last);
	}

	/**
	 * Return a line of small bars for the last minutes.
	 */
	String line() {
		Ring looks = this.series.looks();
		int first = figure().counter() ? 1 : 0;
		double[] heights = new double[Math.max(0, looks.size() - first)];
		for (int i = 0; i < heights.length; i++) {
			heights[i] = figure().counter() ? perSecond(looks, i, i + 1) : looks.value(i);
		}
		return SmallBars.of(heights);
	}

	private String rate(Ring looks, int from, int to) {
		return FigureWords.rate(figure().unit(), perSecond(looks, from, to));
	}

	private static double perSecond(Ring looks, int from, int to) {
		double seconds = (double) Math.max(1, looks.time(to) - looks.time(from)) / TimeUnit.SECONDS.toNanos(1);
		return Math.max(0, looks.value(to) - looks.value(from)) / seconds;
	}

	private Figure figure() {
		return this.series.figure();
	}

}
