package io.github.gmr.section.timeline;

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
	 * @param values the values, the oldest first, none of them negative
	 * @return the line, from zero to the highest value
	 */
	static String of(double[] values) {
		int bars = Math.min(MAX, values.length);
		double[] heights = new double[bars];
		double highest = 0;
		for (int i = 0; i < bars; i++) {
			heights[i] = mean(values, i * values.length / bars, (i + 1) * values.length / bars);
			highest = Math.max(highest, heights[i]);
		}
		StringBuilder line = new StringBuilder(bars);
		for (double height : heights) {
			int bar = (highest > 0) ? (int) Math.round(height / highest * (BARS.length() - 1)) : 0;
			line.append(BARS.charAt(Math.max(0, bar)));
		}
		return line.toString();
	}

	private static double mean(double[] values, int from, int to) {
		double sum = 0;
		for (int i = from; i < to; i++) {
			sum += values[i];
		}
		return sum / (to - from);
	}

}
