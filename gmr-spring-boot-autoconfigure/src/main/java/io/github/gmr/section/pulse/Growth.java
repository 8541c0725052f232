package io.github.gmr.section.pulse;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import io.github.gmr.content.Finding;
import io.github.gmr.content.text.ByteSize;
import io.github.gmr.content.text.TimeSpan;
import io.github.gmr.section.pulse.FigureSource.Unit;

/**
 * How a figure has grown all the time.
 *
 * @param time for how long it has grown
 * @param from its level when that began, short peaks left out
 * @param to its level lately, short peaks left out
 * @param perSecond how much it grows each second
 * @param isBrief whether that may well be what comes with more to do, as it has not
 * lasted long
 */
public record Growth(Duration time, double from, double to, double perSecond, boolean isBrief) {

	/**
	 * Of a figure that does not grow all the time.
	 */
	public static final Growth NONE = new Growth(Duration.ZERO, 0, 0, 0, false);

	/**
	 * How far into the future it is believed to go on, in times as long as it has lasted.
	 */
	private static final int FORESIGHT = 3;

	/**
	 * Fewer have a digit after the point.
	 */
	private static final int FEW = 10;

	/**
	 * A growth that needs longer to get anywhere than a year needs for ever.
	 */
	private static final Duration FOR_EVER = Duration.ofDays(365);

	Growth brief() {
		return new Growth(this.time, this.from, this.to, this.perSecond, this.perSecond > 0);
	}

	/**
	 * Return whether it matters.
	 * @param least how much it must be
	 * @param percent which part it must be of what there was before
	 * @return whether it is that much
	 */
	public boolean isBy(double least, int percent) {
		double amount = this.to - this.from;
		return this.perSecond > 0 && amount >= least && 100 * amount >= percent * this.from;
	}

	/**
	 * Return how much it is a minute.
	 * @return the amount
	 */
	public double perMinute() {
		return this.perSecond * TimeUnit.MINUTES.toSeconds(1);
	}

	/**
	 * Return when a limit is reached, should it go on like that.
	 * @param limit the limit
	 * @return the time until then, at most a year
	 */
	public Duration until(double limit) {
		double seconds = (this.perSecond > 0) ? Math.max(0, limit - this.to) / this.perSecond : Double.MAX_VALUE;
		return (seconds < FOR_EVER.toSeconds()) ? Duration.ofSeconds((long) seconds) : FOR_EVER;
	}

	/**
	 * Return whether it is to be expected that a limit is reached soon. It is not after a
	 * growth that is too short to say.
	 * @param limit the limit
	 * @param soon what is soon
	 * @return whether it is
	 */
	public boolean reaches(double limit, Duration soon) {
		Duration until = until(limit);
		return until.compareTo(soon) <= 0 && until.compareTo(this.time.multipliedBy(FORESIGHT)) <= 0;
	}

	/**
	 * Describe it.
	 * @param unit the unit of the figure
	 * @return words such as {@code "from 40 MB to 61 MB in 12 min, 1792 KB a minute"}
	 */
	public String words(Unit unit) {
		return "from %s to %s in %s, %s a minute".formatted(words(unit, this.from), words(unit, this.to),
				TimeSpan.words(this.time), words(unit, perMinute()));
	}

	/**
	 * Add it to a finding.
	 * @param finding the finding
	 * @param unit the unit of the figure
	 * @return a new finding
	 */
	public Finding describe(Finding finding, Unit unit) {
		return finding.since(this.time)
			.evidence("from", value(unit, this.from))
			.evidence("to", value(unit, this.to))
			.evidence("a minute", value(unit, perMinute()))
			.evidence("time", this.time);
	}

	private static String words(Unit unit, double value) {
		String format = (value < FEW) ? "%,.1f" : "%,.0f";
		return (unit == Unit.BYTES) ? new ByteSize(Math.round(value)).toString()
				: String.format(Locale.ROOT, (value == Math.rint(value)) ? "%,.0f" : format, value);
	}

	private static Object value(Unit unit, double value) {
		return (unit == Unit.BYTES) ? new ByteSize(Math.round(value)) : Math.round(value);
	}

}
