package io.github.gmr.section.timeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.gmr.content.figure.FigureReading;
import io.github.gmr.content.figure.FigureSeries;
import io.github.gmr.content.figure.FigureSeries.Kind;
import io.github.gmr.section.pulse.FigureSource.Figure;
import io.github.gmr.section.pulse.Ring;
import io.github.gmr.section.pulse.Series;
import io.github.gmr.section.pulse.Series.Look;
import org.jspecify.annotations.Nullable;

/**
 * What is shown of a figure.
 *
 * @param series its values
 * @param last its value when it was in a report before, {@code null} if it never was
 * @param times the times of the samples
 */
record SeriesRow(Series series, @Nullable Double last, LookTimes times) {

	/**
	 * Return what is shown.
	 * @param ages which readings there are between that of now and that of the last
	 * report
	 * @return the figure
	 */
	FigureSeries figure(List<Duration> ages) {
		int[] indexes = this.times.lastOfEach(this.series.looks());
		List<@Nullable Double> samples = samples(indexes);
		boolean current = isCurrent(indexes);
		List<FigureReading> readings = new ArrayList<>();
		readings.add(reading(now(samples)));
		ages.forEach((age) -> readings.add(reading(ago(age, current))));
		readings.add(lastReport(current));
		return new FigureSeries(figure().name(), FigureWords.unit(figure().unit()),
				figure().counter() ? Kind.COUNTER : Kind.GAUGE, readings, samples, highest(samples));
	}

	/**
	 * Return whether there is more to see of a figure than zeros.
	 * @param figure what is shown of it
	 * @return whether any of its numbers is another one
	 */
	static boolean isTelling(FigureSeries figure) {
		return Stream.concat(figure.samples().stream(), figure.readings().stream().map(FigureReading::number))
			.anyMatch((number) -> number != null && number != 0);
	}

	private List<@Nullable Double> samples(int[] indexes) {
		Ring looks = this.series.looks();
		List<@Nullable Double> samples = new ArrayList<>(indexes.length);
		for (int i = 0; i < indexes.length; i++) {
			int before = (i > 0) ? indexes[i - 1] : -1;
			samples.add((indexes[i] >= 0) ? sample(looks, before, indexes[i]) : null);
		}
		return samples;
	}

	private @Nullable Double sample(Ring looks, int before, int index) {
		if (!figure().counter()) {
			return looks.value(index);
		}
		return (before >= 0) ? perSecond(look(looks, before), look(looks, index)) : null;
	}

	/**
	 * Load what is not needed before figures were looked at twice, which may be after the
	 * warm-up.
	 */
	static void load() {
		perSecond(new Look(0, 0), new Look(1, 0));
	}

	private static Look look(Ring looks, int index) {
		return new Look(looks.time(index), looks.value(index));
	}

	/**
	 * Returns whether there was a look at the figure lately: at the last time, or the one
	 * before, as it may just be read.
	 */
	private static boolean isCurrent(int[] indexes) {
		return indexes[indexes.length - 1] >= 0 || (indexes.length > 1 && indexes[indexes.length - 2] >= 0);
	}

	/**
	 * Returns the last of the samples. Where it is missing the figure may just be read,
	 * so that the one before is the last.
	 */
	private static @Nullable Double now(List<@Nullable Double> samples) {
		Double last = samples.get(samples.size() - 1);
		return (last == null && samples.size() > 1) ? samples.get(samples.size() - 2) : last;
	}

	/**
	 * Returns the value of some time ago, or how fast it has grown since then.
	 */
	private @Nullable Double ago(Duration ago, boolean current) {
		Look before = this.series.look(this.times.now(), ago);
		if (before == null) {
			return null;
		}
		Look last = new Look(this.series.time(), this.series.last());
		return !figure().counter() ? (Double) before.value() : current ? (Double) perSecond(before, last) : null;
	}

	/**
	 * Returns the value in the last report, or what it has grown by since then.
	 */
	private FigureReading lastReport(boolean current) {
		if (this.last == null) {
			return FigureReading.UNKNOWN;
		}
		if (!figure().counter()) {
			return reading(this.last);
		}
		double growth = this.series.last() - this.last;
		return (current && growth >= 0) ? new FigureReading(growth, "+" + FigureWords.amount(figure().unit(), growth))
				: FigureReading.UNKNOWN;
	}

	private FigureReading reading(@Nullable Double number) {
		return (number != null) ? new FigureReading(number, words(number)) : FigureReading.UNKNOWN;
	}

	private String highest(List<@Nullable Double> samples) {
		return samples.stream().filter(Objects::nonNull).max(Double::compare).map(this::words).orElse("");
	}

	private String words(double number) {
		return figure().counter() ? FigureWords.rate(figure().unit(), number)
				: FigureWords.amount(figure().unit(), number);
	}

	private static double perSecond(Look from, Look to) {
		double seconds = (double) Math.max(1, to.time() - from.time()) / TimeUnit.SECONDS.toNanos(1);
		return Math.max(0, to.value() - from.value()) / seconds;
	}

	private Figure figure() {
		return this.series.figure();
	}

}
