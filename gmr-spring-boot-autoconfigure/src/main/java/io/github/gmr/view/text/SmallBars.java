package io.github.gmr.view.text;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A line of characters that shows how a figure has changed: the more ink, the higher. All
 * terminals have them.
 */
final class SmallBars {

	/**
	 * How many bars there are at most, each of which stands for the mean of its values.
	 */
	private static final int MAX = 20;

	private static final String BARS = "_.:-=+*#";

	private SmallBars() {
	}

	/**
	 * Return the line.
	 * @param values the values, the oldest first, {@code null} where there is none
	 * @return the line, from zero to the highest value, with a space for what has no
	 * value
	 */
	static String of(List<@Nullable Double> values) {
		int bars = Math.min(MAX, values.size());
		double[] heights = new double[bars];
		double highest = 0;
		for (int i = 0; i < bars; i++) {
			heights[i] = mean(values.subList(i * values.size() / bars, (i + 1) * values.size() / bars));
			highest = Double.isNaN(heights[i]) ? highest : Math.max(highest, heights[i]);
		}
		StringBuilder line = new StringBuilder(bars);
		for (double height : heights) {
			line.append(Double.isNaN(height) ? ' ' : bar((highest > 0) ? height / highest : 0));
		}
		return line.toString();
	}

	private static char bar(double height) {
		return BARS.charAt(Math.max(0, (int) Math.round(height * (BARS.length() - 1))));
	}

	private static double mean(List<@Nullable Double> values) {
		return values.stream().filter(Objects::nonNull).mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
	}

}
