package io.github.gmr.section.runtime;

import java.time.Duration;

import io.github.gmr.content.Check;
import io.github.gmr.content.Check.Level;
import io.github.gmr.content.Content;
import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.content.Finding;
import io.github.gmr.content.text.Share;
import io.github.gmr.section.host.ControlGroup;
import io.github.gmr.section.pulse.RecentShare;
import io.github.gmr.section.pulse.Trends;
import io.github.gmr.section.pulse.Trends.Past;

/**
 * Measures how often the CPU of the container was throttled: in the last three minutes,
 * or, where figures are not followed, since the measurement before or the start of the
 * container. Measurements within a minute share their beginning then.
 */
final class Throttling {

	static final Check CHECK = new Check("cpu-throttled");

	/**
	 * A minute of periods, each a tenth of a second unless configured otherwise.
	 */
	private static final long RENEWAL = 600;

	static final String PERIODS = "periods of the CPU quota";

	static final String THROTTLED = "throttled periods";

	private static final Duration LATELY = Duration.ofMinutes(3);

	/**
	 * Periods that are enough to judge by.
	 */
	private static final long TELLING = 100;

	private final RecentShare recent = new RecentShare(RENEWAL);

	private final int threshold;

	private final Trends trends;

	/**
	 * Create a measurement.
	 * @param threshold the percentage of throttled periods that raises a finding
	 * @param trends know the counts of before
	 */
	Throttling(int threshold, Trends trends) {
		this.threshold = threshold;
		this.trends = trends;
	}

	void addTo(FieldsBuilder fields, ControlGroup group) {
		if (group.periods() == null || group.throttled() == null) {
			fields.add(CHECK.notPossible("the system does not tell how often the CPU was throttled"));
			return;
		}
		Share share = lately(group.throttled(), group.periods());
		String words = share + " of the last " + share.whole() + " periods";
		fields.add("throttled", words);
		boolean much = share.whole() >= TELLING && share.reaches(this.threshold);
		fields.add(CHECK.of(much ? finding(words, share) : null, Level.of(share, this.threshold)));
	}

	private Share lately(long throttled, long periods) {
		Past throttledBefore = this.trends.past(THROTTLED, LATELY);
		Past before = this.trends.past(PERIODS, LATELY);
		if (throttledBefore == null || before == null || periods < before.value()) {
			return this.recent.measure(throttled, periods);
		}
		return new Share(throttled - (long) throttledBefore.value(), periods - (long) before.value());
	}

	private static Finding finding(String words, Share share) {
		return Content.warning("The CPU of the container was throttled in %s", words)
			.evidence("throttled periods", share.part())
			.evidence("periods", share.whole())
			.next(RuntimeSection.TITLE);
	}

}
