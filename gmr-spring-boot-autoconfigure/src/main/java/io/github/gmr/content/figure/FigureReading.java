package io.github.gmr.content.figure;

import io.github.gmr.content.text.WellFormed;
import org.jspecify.annotations.Nullable;

/**
 * What a figure was at some time, or how fast it grew, for machines and for people.
 *
 * @param number the number in the unit of the figure, finite, or {@code null} if it is
 * not known
 * @param words the same in words, such as {@code "12 % of a CPU"}, empty if it is not
 * known
 */
public record FigureReading(@Nullable Double number, String words) {

	/**
	 * The reading of a time of which nothing is known.
	 */
	public static final FigureReading UNKNOWN = new FigureReading(null, "");

	public FigureReading {
		number = finite(number);
		words = WellFormed.name(words);
	}

	static @Nullable Double finite(@Nullable Double number) {
		return (number != null && Double.isFinite(number)) ? number : null;
	}

}
