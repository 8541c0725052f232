package io.github.gmr.section.executor;

import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.gmr.content.Finding;
import io.github.gmr.content.text.TimeSpan;
import io.github.gmr.section.pulse.Ring;
import io.github.gmr.section.pulse.Series;
import io.github.gmr.section.pulse.Trends;
import org.jspecify.annotations.Nullable;

/**
 * The tasks that wait for an executor, how fast it deals with them, and since when they
 * wait, as of the looks of the last minutes. Without looks nothing is known.
 */
final class Backlog {

	static final String ACTIVE = " active";

	static final String QUEUED = " queued";

	static final String COMPLETED = " completed";

	static final String REJECTED = " rejected";

	private static final Duration LATELY = Duration.ofMinutes(1);

	/**
	 * Looks at less than that say little.
	 */
	private static final Duration TELLING = Duration.ofSeconds(10);

	/**
	 * What is done within that waits no longer than after any burst.
	 */
	private static final Duration BURST = Duration.ofSeconds(10);

	/**
	 * Longer than that is as long as for ever.
	 */
	private static final double FOR_EVER = TimeUnit.DAYS.toSeconds(365);

	private final int waiting;

	private final Duration time;

	private final Duration quiet;

	private final double ended;

	private final double growth;

	private final double rejected;

	private final boolean moving;

	private Backlog(int waiting, Duration time, Duration quiet, double ended, double growth, double rejected,
			boolean moving) {
		this.waiting = waiting;
		this.time = time;
		this.quiet = quiet;
		this.ended = ended;
		this.growth = growth;
		this.rejected = rejected;
		this.moving = moving;
	}

	/**
	 * Look back.
	 * @param state the executor now
	 * @param trends have the figures
	 * @return what is known
	 */
	static Backlog of(ExecutorState state, Trends trends) {
		Series queued = trends.series(state.name() + QUEUED);
		Series completed = trends.series(state.name() + COMPLETED);
		Duration time = since(queued, 0, Double.MAX_VALUE);
		Duration unchanged = since(completed, state.completed() - 1, state.completed() + 1);
		Duration busy = since(trends.series(state.name() + ACTIVE), state.threads() - 1, Double.MAX_VALUE);
		Duration quiet = Stream.of(time, unchanged, busy).min(Comparator.naturalOrder()).orElse(Duration.ZERO);
		return new Backlog(state.queued(), time, quiet, perSecond(completed), perSecond(queued),
				perSecond(trends.series(state.name() + REJECTED)), hasEnded(completed, state));
	}

	/**
	 * Returns whether a task has ended since the look before the last one.
	 */
	private static boolean hasEnded(@Nullable Series completed, ExecutorState state) {
		int before = (completed != null) ? completed.looks().size() - 2 : -1;
		return completed != null && before >= 0 && state.completed() > completed.looks().value(before);
	}

	/**
	 * Returns for how long a figure has been between two others.
	 */
	private static Duration since(@Nullable Series series, double above, double below) {
		OptionalLong since = (series != null) ? series.since((value) -> value > above && value < below)
				: OptionalLong.empty();
		return (series != null && since.isPresent()) ? Duration.ofNanos(series.time() - since.getAsLong())
				: Duration.ZERO;
	}

	/**
	 * Returns how fast a figure has grown lately, not a number if that is not known.
	 */
	private static double perSecond(@Nullable Series series) {
		Ring looks = (series != null) ? series.looks() : null;
		int last = (looks != null) ? looks.size() - 1 : -1;
		if (looks == null || last < 0) {
			return Double.NaN;
		}
		int first = Math.max(0, looks.atOrBefore(looks.time(last) - LATELY.toNanos()));
		long nanos = looks.time(last) - looks.time(first);
		return (nanos >= TELLING.toNanos())
				? (looks.value(last) - looks.value(first)) * TimeUnit.SECONDS.toNanos(1) / nanos : Double.NaN;
	}

	/**
	 * Return for how long tasks have waited, all threads have been busy and none has
	 * ended.
	 * @return the time, zero if that is not known
	 */
	Duration quiet() {
		return this.quiet;
	}

	/**
	 * Return whether the tasks that wait have come all at once, some end, and all will
	 * soon be done.
	 * @param limit for how long they may wait
	 * @return whether they will, {@code false} if that is not known
	 */
	boolean isBurst(Duration limit) {
		return this.time.compareTo(limit) < 0 && this.rejected == 0 && this.moving && this.ended > 0
				&& drain().compareTo(BURST) < 0;
	}

	/**
	 * Return whether tasks have waited for some time, and will for long.
	 * @param limit for how long they must have waited
	 * @param drain how long it must take until those that wait now are done
	 * @return whether they have
	 */
	boolean isLong(Duration limit, Duration drain) {
		return this.time.compareTo(limit) >= 0 && this.ended > 0 && drain().compareTo(drain) >= 0;
	}

	/**
	 * Return whether they become fewer.
	 * @return whether they do
	 */
	boolean isFalling() {
		return this.growth < 0;
	}

	/**
	 * Return how long it takes until the tasks that wait now are done.
	 * @return the time
	 */
	Duration drain() {
		return (this.ended > 0) ? Duration.ofSeconds((long) Math.min(FOR_EVER, this.waiting / this.ended))
				: Duration.ZERO;
	}

	/**
	 * Describe it.
	 * @param executor the name of the executor
	 * @return words such as {@code "29,000 tasks of mail wait, 40 a second end: 12 min to
	 * drain"}
	 */
	String words(String executor) {
		String words = String.format(Locale.ROOT, "%,d tasks of %s wait, %s a second end: %s to drain", this.waiting,
				executor, rate(this.ended), TimeSpan.words(drain()));
		return (this.growth > 0) ? words + ", and they become more by " + rate(this.growth) + " a second" : words;
	}

	private static String rate(double perSecond) {
		return String.format(Locale.ROOT, (perSecond < 10) ? "%.1f" : "%,.0f", perSecond);
	}

	/**
	 * Add it to a finding.
	 * @param finding the finding
	 * @return a new finding
	 */
	Finding describe(Finding finding) {
		return finding.since(this.time)
			.evidence("ended a second", this.ended)
			.evidence("more a second", this.growth)
			.evidence("time to drain", drain());
	}

}
