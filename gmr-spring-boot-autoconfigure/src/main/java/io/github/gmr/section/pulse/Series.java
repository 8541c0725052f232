package io.github.gmr.section.pulse;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.DoublePredicate;

import io.github.gmr.section.pulse.FigureSource.Figure;
import io.github.gmr.section.pulse.Trends.Rise;
import org.jspecify.annotations.Nullable;

/**
 * The values of one figure: one for each look of the last minutes, one for each minute of
 * the last hours, one for each hour of the last days. Not thread-safe.
 */
public final class Series {

	private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

	private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

	private static final long HOUR = TimeUnit.HOURS.toNanos(1);

	/**
	 * Which part of a time may lie before its first value, or after its last.
	 */
	private static final int GAP = 4;

	/**
	 * How many values one must be as high as to have stayed there.
	 */
	private static final int LEAST_STAY = 2;

	private final Figure figure;

	private final Ring[] rings;

	Series(Figure figure) {
		this(figure, new Ring(60, SECOND), new Ring(180, MINUTE), new Ring(72, HOUR));
	}

	private Series(Figure figure, Ring... rings) {
		this.figure = figure;
		this.rings = rings;
	}

	void add(long time, double value) {
		for (Ring ring : this.rings) {
			ring.add(time, value);
		}
	}

	Series copy() {
		return new Series(this.figure, this.rings[0].copy(), this.rings[1].copy(), this.rings[2].copy());
	}

	/**
	 * Return what the figure is.
	 * @return the figure
	 */
	public Figure figure() {
		return this.figure;
	}

	/**
	 * Return the values of the last minutes.
	 * @return a ring with a value for each look
	 */
	public Ring looks() {
		return this.rings[0];
	}

	/**
	 * Return the last value.
	 * @return the value
	 */
	public double last() {
		return looks().value(looks().size() - 1);
	}

	/**
	 * Return when the last value was read.
	 * @return the time of {@link System#nanoTime()}
	 */
	public long time() {
		return looks().time(looks().size() - 1);
	}

	/**
	 * Return the value of some time before the last one.
	 * @param ago how long before
	 * @return the last value that is at least as old, {@code NaN} if there is none, or
	 * only one that is much older
	 */
	public double before(Duration ago) {
		Look look = look(time(), ago);
		return (look != null) ? look.value() : Double.NaN;
	}

	/**
	 * Return the look of some time before another.
	 * @param time the time of {@link System#nanoTime()}
	 * @param ago how long before
	 * @return the last look that is at least as old, {@code null} if there is none, or
	 * only one that is much older
	 */
	public @Nullable Look look(long time, Duration ago) {
		long wanted = time - ago.toNanos();
		for (Ring ring : this.rings) {
			int index = ring.atOrBefore(wanted);
			if (index >= 0) {
				long tolerance = Math.max(ago.toNanos() / 2, ring.step());
				return (wanted - ring.time(index) <= tolerance) ? new Look(ring.time(index), ring.value(index)) : null;
			}
		}
		return null;
	}

	/**
	 * Return how the figure has grown.
	 * @param now the time of {@link System#nanoTime()}
	 * @param time how many nanoseconds to look back
	 * @return how, {@link Growth#NONE} if it has not done so all the time, if it was as
	 * high before for as long, or if that is not known
	 */
	Growth growth(long now, long time) {
		for (Ring ring : this.rings) {
			int first = ring.atOrBefore(now - time - 1) + 1;
			int size = ring.size() - first;
			if (size >= SteadyGrowth.PARTS && ring.time(first) - (now - time) <= time / GAP) {
				boolean toTheEnd = now - ring.time(ring.size() - 1) <= time / GAP;
				Growth growth = toTheEnd ? SteadyGrowth.of(ring, first, now) : Growth.NONE;
				return wasAtLeast(growth.to(), ring.time(first), time / SteadyGrowth.PARTS) ? Growth.NONE : growth;
			}
		}
		return Growth.NONE;
	}

	/**
	 * Returns whether the figure has stayed as high for some time.
	 */
	private boolean wasAtLeast(double value, long before, long time) {
		for (Ring ring : this.rings) {
			long high = before;
			for (int i = ring.atOrBefore(before - 1); i >= 0; i--) {
				high = (ring.value(i) >= value) ? high : ring.time(i);
				if (high - ring.time(i) >= Math.max(time, LEAST_STAY * ring.step())) {
					return true;
				}
			}
		}
		return false;
	}

	/**
	 * Return for how long a condition has held without a break.
	 * @param condition the condition
	 * @return the time from the first look at which it held until now, empty if it did
	 * not hold at the last one
	 */
	public Optional<Duration> held(DoublePredicate condition) {
		OptionalLong since = since(condition);
		return since.isPresent() ? Optional.of(Duration.ofNanos(System.nanoTime() - since.getAsLong()))
				: Optional.empty();
	}

	/**
	 * Return when the figure rose last.
	 * @param now the time of {@link System#nanoTime()}
	 * @param value what it is then
	 * @return when, {@code null} if it has not
	 */
	@Nullable Rise lastRise(long now, double value) {
		long after = now;
		double next = value;
		for (Ring ring : this.rings) {
			for (int i = ring.atOrBefore(after); i >= 0; i--) {
				if (ring.value(i) < next) {
					return new Rise(Duration.ofNanos(now - ring.time(i)), Duration.ofNanos(now - after));
				}
				after = ring.time(i);
				next = ring.value(i);
			}
		}
		return null;
	}

	/**
	 * Return since when a condition holds without a break.
	 * @param condition the condition
	 * @return the time of the first look at which it held, as of
	 * {@link System#nanoTime()}, empty if it did not hold at the last one
	 */
	public OptionalLong since(DoublePredicate condition) {
		OptionalLong since = OptionalLong.empty();
		for (Ring ring : this.rings) {
			int index = since.isPresent() ? ring.atOrBefore(since.getAsLong()) : ring.size() - 1;
			while (index >= 0 && condition.test(ring.value(index))) {
				since = OptionalLong.of(ring.time(index));
				index--;
			}
			if (index >= 0 || since.isEmpty()) {
				return since;
			}
		}
		return since;
	}

	/**
	 * What a figure was at a time.
	 *
	 * @param time the time of {@link System#nanoTime()}
	 * @param value the value
	 */
	public record Look(long time, double value) {

	}

}
