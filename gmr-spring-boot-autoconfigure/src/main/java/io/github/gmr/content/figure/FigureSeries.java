package io.github.gmr.content.figure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.github.gmr.content.text.WellFormed;
import org.jspecify.annotations.Nullable;

/**
 * How one figure has changed.
 *
 * @param name its name
 * @param unit its unit as machines write it, such as {@code "bytes"}
 * @param kind whether it goes up and down or only grows
 * @param readings what it was, one for each column of the timeline
 * @param samples what it was lately, the oldest first, in its unit, of a counter how much
 * it grew each second; {@code null} where that is not known
 * @param highest the highest of the samples in words, empty if there are none
 */
public record FigureSeries(String name, String unit, Kind kind, List<FigureReading> readings,
		List<@Nullable Double> samples, String highest) {

	public FigureSeries {
		name = WellFormed.name(name);
		unit = WellFormed.name(unit);
		readings = List.copyOf(readings);
		samples = finite(samples);
		highest = WellFormed.name(highest);
	}

	/**
	 * Return this figure without its oldest samples.
	 * @param count how many samples are left out
	 * @return a figure with all the others
	 */
	public FigureSeries withoutOldest(int count) {
		return (count == 0) ? this : new FigureSeries(this.name, this.unit, this.kind, this.readings,
				this.samples.subList(count, this.samples.size()), this.highest);
	}

	private static List<@Nullable Double> finite(List<@Nullable Double> samples) {
		List<@Nullable Double> finite = new ArrayList<>(samples.size());
		for (Double sample : samples) {
			finite.add(FigureReading.finite(sample));
		}
		return Collections.unmodifiableList(finite);
	}

	/**
	 * Kinds of figures.
	 */
	public enum Kind {

		/**
		 * Goes up and down.
		 */
		GAUGE,

		/**
		 * Counts and only grows, so that its rate matters, not itself.
		 */
		COUNTER

	}

}
