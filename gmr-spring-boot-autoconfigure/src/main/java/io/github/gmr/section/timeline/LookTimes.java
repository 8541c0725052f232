package io.github.gmr.section.timeline;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.github.gmr.section.pulse.Ring;
import io.github.gmr.section.pulse.Series;

/**
 * The times of the last looks at figures, in even steps, the last of which is now. All
 * looks of one step have one slot; a step without a look has one, too.
 */
final class LookTimes {

	private static final int MAX = 60;

	/**
	 * The time of each look, the oldest first, as of {@link System#nanoTime()}.
	 */
	private final long[] times;

	/**
	 * How many steps before now each look was.
	 */
	private final int[] ages;

	private final long step;

	private final int size;

	private LookTimes(long[] times) {
		this.times = times;
		this.step = step(times);
		this.ages = ages(times, this.step);
		this.size = Math.min(MAX, this.ages[0] + 1);
	}

	/**
	 * Return the times at which there was a look at any figure.
	 * @param figures the figures
	 * @param now the time of {@link System#nanoTime()}, not before any look
	 * @return the times
	 */
	static LookTimes of(List<Series> figures, long now) {
		return new LookTimes(LongStream
			.concat(LongStream.of(now), figures.stream().map(Series::looks).flatMapToLong(LookTimes::times))
			.map((time) -> time - now)
			.distinct()
			.sorted()
			.map((time) -> time + now)
			.toArray());
	}

	private static LongStream times(Ring looks) {
		return IntStream.range(0, looks.size()).mapToLong(looks::time);
	}

	/**
	 * Returns the usual time from one look to the next.
	 */
	private static long step(long[] times) {
		long[] steps = IntStream.range(1, times.length).mapToLong((i) -> times[i] - times[i - 1]).sorted().toArray();
		return Math.max(TimeUnit.SECONDS.toNanos(1), (steps.length > 0) ? steps[steps.length / 2] : 0);
	}

	private static int[] ages(long[] times, long step) {
		int[] ages = new int[times.length];
		long later = times[times.length - 1];
		for (int i = times.length - 2; i >= 0; i--) {
			long steps = Math.min(MAX, Math.round((double) (later - times[i]) / step));
			ages[i] = (int) Math.min(MAX, ages[i + 1] + steps);
			later = (steps > 0) ? times[i] : later;
		}
		return ages;
	}

	/**
	 * Return how many slots there are.
	 * @return the number, from one to sixty
	 */
	int size() {
		return this.size;
	}

	/**
	 * Return the time of the last slot.
	 * @return the time of {@link System#nanoTime()}
	 */
	long now() {
		return this.times[this.times.length - 1];
	}

	/**
	 * Return the time from one slot to the next.
	 * @return nanoseconds, a second at least
	 */
	long step() {
		return this.step;
	}

	/**
	 * Return the last look of a figure in each slot.
	 * @param looks the looks at the figure
	 * @return their indexes, negative where there was none
	 */
	int[] lastOfEach(Ring looks) {
		int[] last = new int[this.size];
		Arrays.fill(last, -1);
		int index = this.times.length - 1;
		for (int look = looks.size() - 1; look >= 0; look--) {
			while (this.times[index] != looks.time(look)) {
				index--;
			}
			int slot = this.size - 1 - this.ages[index];
			if (slot >= 0 && last[slot] < 0) {
				last[slot] = look;
			}
		}
		return last;
	}

}
