package io.github.gmr.benchmarks.measurement;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

/**
 * How many times as much one thing takes as another, and the interval that holds 95 % of
 * what samples of the same measurements would say.
 *
 * @param value the ratio of the medians, or the median of the ratios
 * @param low the lower end of the interval
 * @param high its upper end
 */
public record Ratio(double value, double low, double high) {

	private static final int SAMPLES = 1000;

	/**
	 * Compare what was measured in turns, which is disturbed alike within a round.
	 * @param values what one thing has taken in each round
	 * @param peers what the other has taken in the same rounds
	 * @return the ratio
	 */
	public static Ratio inTurns(double[] values, double[] peers) {
		double[] ratios = IntStream.range(0, values.length).mapToDouble((i) -> values[i] / peers[i]).toArray();
		Random random = new Random(1);
		return of(median(ratios), () -> median(sample(random, ratios)));
	}

	/**
	 * Compare what was measured one after the other.
	 * @param values what one thing has taken
	 * @param peers what the other has taken
	 * @return the ratio
	 */
	public static Ratio oneAfterTheOther(double[] values, double[] peers) {
		Random random = new Random(1);
		return of(median(values) / median(peers), () -> median(sample(random, values)) / median(sample(random, peers)));
	}

	private static Ratio of(double value, DoubleSupplier sample) {
		double[] samples = new double[SAMPLES];
		Arrays.setAll(samples, (i) -> sample.getAsDouble());
		Arrays.sort(samples);
		return new Ratio(value, samples[SAMPLES / 40], samples[SAMPLES - SAMPLES / 40 - 1]);
	}

	private static double[] sample(Random random, double[] values) {
		return random.ints(values.length, 0, values.length).mapToDouble((i) -> values[i]).toArray();
	}

	/**
	 * Return the median.
	 * @param values some values
	 * @return the one in the middle
	 */
	public static double median(double[] values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}

	@Override
	public String toString() {
		return "%.2f x [%.2f, %.2f]".formatted(this.value, this.low, this.high);
	}

}
