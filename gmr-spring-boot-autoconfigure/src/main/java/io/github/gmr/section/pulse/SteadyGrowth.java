package io.github.gmr.section.pulse;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Finds out whether values grow all the time. They are cut into parts, each of which is
 * as high as its lowest value, so that peaks and the teeth of a saw do not count. The
 * parts must rise, but for one of them, along a line. What rises once is no growth, nor
 * is what has become slower: it will end.
 */
final class SteadyGrowth {

	/**
	 * The number of parts.
	 */
	static final int PARTS = 6;

	private static final int LAST = PARTS - 1;

	/**
	 * How many parts may not be higher than the one before.
	 */
	private static final int EXCEPTIONS = 1;

	/**
	 * How much of what makes parts differ must be a line: the square of the correlation.
	 */
	private static final double LINE = 0.9;

	private final long[] times = new long[PARTS];

	private final double[] floors = new double[PARTS];

	private SteadyGrowth(Ring ring, int first) {
		int size = ring.size() - first;
		for (int part = 0; part < PARTS; part++) {
			int lowest = first + part * size / PARTS;
			for (int i = lowest + 1; i < first + (part + 1) * size / PARTS; i++) {
				lowest = (ring.value(i) < ring.value(lowest)) ? i : lowest;
			}
			this.times[part] = ring.time(lowest);
			this.floors[part] = ring.value(lowest);
		}
	}

	/**
	 * Look at the last values of a ring.
	 * @param ring the ring
	 * @param first where these begin; there must be one for each part
	 * @param now the time of {@link System#nanoTime()}
	 * @return how they grow, {@link Growth#NONE} if they do not do so all the time
	 */
	static Growth of(Ring ring, int first, long now) {
		SteadyGrowth growth = new SteadyGrowth(ring, first);
		Line line = growth.line();
		return (growth.isSteady() && line.fit() >= LINE) ? new Growth(Duration.ofNanos(now - ring.time(first)),
				growth.floors[0], growth.floors[LAST], line.perSecond(), false) : Growth.NONE;
	}

	private boolean isSteady() {
		double all = this.floors[LAST] - this.floors[0];
		int exceptions = 0;
		double highest = 0;
		for (int part = 1; part < PARTS; part++) {
			double step = this.floors[part] - this.floors[part - 1];
			exceptions += (step <= 0) ? 1 : 0;
			highest = Math.max(highest, step);
		}
		int half = PARTS / 2;
		double early = this.floors[half - 1] - this.floors[0];
		double late = this.floors[LAST] - this.floors[half];
		return exceptions <= EXCEPTIONS && this.floors[LAST] > this.floors[LAST - 1] && 2 * highest <= all
				&& 2 * late >= early;
	}

	/**
	 * Returns the line with the least squares of distances.
	 */
	private Line line() {
		double meanTime = 0;
		double meanFloor = 0;
		for (int part = 0; part < PARTS; part++) {
			meanTime += seconds(part) / PARTS;
			meanFloor += this.floors[part] / PARTS;
		}
		double both = 0;
		double time = Double.MIN_NORMAL;
		double floor = Double.MIN_NORMAL;
		for (int part = 0; part < PARTS; part++) {
			double x = seconds(part) - meanTime;
			double y = this.floors[part] - meanFloor;
			both += x * y;
			time += x * x;
			floor += y * y;
		}
		return new Line(both / time, both * both / (time * floor));
	}

	private double seconds(int part) {
		return (double) (this.times[part] - this.times[0]) / TimeUnit.SECONDS.toNanos(1);
	}

	/**
	 * A line.
	 *
	 * @param perSecond how much it rises each second
	 * @param fit how well it fits, from 0 to 1
	 */
	private record Line(double perSecond, double fit) {

	}

}
