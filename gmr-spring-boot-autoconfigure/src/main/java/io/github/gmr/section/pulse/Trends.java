package io.github.gmr.section.pulse;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import io.github.gmr.content.Check;
import io.github.gmr.content.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how figures have grown in the end: over the longest time in which one has
 * done so all the time, or else briefly. What happens at the start of the application
 * does not count. Thread-safe.
 */
public final class Trends {

	/**
	 * How long a figure must have grown unless configured otherwise.
	 */
	public static final Duration LEAST = Duration.ofMinutes(10);

	/**
	 * Of an application that is not looked at.
	 */
	public static final Trends NONE = new Trends(new FigureHistory((figures) -> {
	}, List.of(), Runnable::run), () -> false, LEAST);

	private static final String OFF = "no figures are followed, as with 'gmr.pulse.interval' 0";

	/**
	 * How many times shorter a time is that is looked at if there is no longer growth.
	 */
	private static final int BRIEF = 15;

	/**
	 * What lies further back than that is not known.
	 */
	private static final long MOST = Duration.ofDays(3).toNanos();

	/**
	 * How many times longer each time is that is looked at.
	 */
	private static final int FACTOR = 3;

	private final FigureHistory history;

	private final BooleanSupplier on;

	private final long least;

	private final long start;

	/**
	 * Begin to look at the figures of an application that starts.
	 * @param history has the figures
	 * @param on whether they are read
	 * @param least how long a figure must have grown, not zero
	 */
	public Trends(FigureHistory history, BooleanSupplier on, Duration least) {
		this.history = history;
		this.on = on;
		this.least = least.toNanos();
		this.start = history.now();
	}

	/**
	 * Return what is known of a figure.
	 * @param figure its name
	 * @return a copy of its series, {@code null} if it was never read, or if figures are
	 * read for reports only
	 */
	public @Nullable Series series(String figure) {
		return this.on.getAsBoolean() ? this.history.get(figure) : null;
	}

	/**
	 * Look at a figure.
	 * @param check what is looked for
	 * @param figure the name of the figure
	 * @param finding makes a finding of how it has grown, {@code null} if that does not
	 * matter; asked in any case
	 * @return the result
	 */
	public Check.Result check(Check check, String figure, Function<Growth, @Nullable Finding> finding) {
		Finding found = finding.apply(growth(figure));
		return this.on.getAsBoolean() ? check.of(found) : check.notPossible(OFF);
	}

	/**
	 * Return how a figure has grown.
	 * @param figure its name
	 * @return how, {@link Growth#isBrief() briefly} if it is not known to have done so
	 * for longer, {@link Growth#NONE} if it does not do so all the time
	 */
	public Growth growth(String figure) {
		Series series = this.history.get(figure);
		long now = this.history.now();
		if (series == null) {
			return Growth.NONE;
		}
		Growth longest = brief(series, now);
		for (long time = this.least; time <= MOST && isAfterStart(now - time, this.least); time *= FACTOR) {
			Growth growth = series.growth(now, time);
			longest = (growth.perSecond() > 0) ? growth : longest;
		}
		return longest;
	}

	private Growth brief(Series series, long now) {
		long time = this.least / BRIEF;
		return isAfterStart(now - time, time / 2) ? series.growth(now, time).brief() : Growth.NONE;
	}

	/**
	 * Return what a figure was.
	 * @param figure its name
	 * @param ago how long ago
	 * @return its value at the last look that was at least as long ago, or at the first
	 * one there was; {@code null} if it is not known
	 */
	public @Nullable Past past(String figure, Duration ago) {
		Series series = series(figure);
		if (series == null) {
			return null;
		}
		Ring looks = series.looks();
		long now = this.history.now();
		int index = Math.max(0, looks.atOrBefore(now - ago.toNanos()));
		return new Past(looks.value(index), Duration.ofNanos(now - looks.time(index)));
	}

	/**
	 * Return when a figure rose last.
	 * @param figure its name
	 * @param value what it is now
	 * @return when, {@code null} if it has not risen as long as it is known
	 */
	public @Nullable Rise lastRise(String figure, double value) {
		Series series = series(figure);
		return (series != null) ? series.lastRise(this.history.now(), value) : null;
	}

	private boolean isAfterStart(long time, long least) {
		return time - this.start >= least;
	}

	/**
	 * What a figure was.
	 *
	 * @param value the figure
	 * @param ago how long ago
	 */
	public record Past(double value, Duration ago) {

	}

	/**
	 * When a figure rose: between two looks.
	 *
	 * @param after how long ago the first one was
	 * @param before how long ago the second one was
	 */
	public record Rise(Duration after, Duration before) {

		/**
		 * Return after which time of day it was.
		 * @return the time
		 */
		public Instant since() {
			return time(this.after);
		}

		/**
		 * Describe it.
		 * @return words such as {@code "between 2026-11-23T03:00:05Z and
		 * 2026-11-23T03:00:10Z"}
		 */
		public String words() {
			return "between %s and %s".formatted(since(), time(this.before));
		}

		private static Instant time(Duration ago) {
			return Instant.now().minus(ago).truncatedTo(ChronoUnit.SECONDS);
		}

	}

}
