package io.github.gmr.section.runtime;

import io.github.gmr.content.Check;
import io.github.gmr.content.Check.Level;
import io.github.gmr.content.Content;
import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.content.Finding;
import io.github.gmr.content.text.Share;
import io.github.gmr.section.host.ControlGroup;
import io.github.gmr.section.pulse.RecentShare;

/**
 * Measures how often the CPU of the container was throttled: since the measurement
 * before, or since the container started. Measurements within a minute share their
 * beginning.
 */
final class Throttling {

	static final Check CHECK = new Check("cpu-throttled");

	/**
	 * A minute of periods, each a tenth of a second unless configured otherwise.
	 */
	private static final long RENEWAL = 600;

	/**
	 * Periods that are enough to judge by.
	 */
	private static final long TELLING = 100;

	private final RecentShare recent = new RecentShare(RENEWAL);

	private final int threshold;

	/**
	 * Create a measurement.
	 * @param threshold the percentage of throttled periods that raises a finding
	 */
	Throttling(int threshold) {
		this.threshold = threshold;
	}

	void addTo(FieldsBuilder fields, ControlGroup group) {
		if (group.periods() == null || group.throttled() == null) {
			fields.add(CHECK.notPossible("the system does not tell how often the CPU was throttled"));
			return;
		}
		Share share = this.recent.measure(group.throttled(), group.periods());
		String words = share + " of the last " + share.whole() + " periods";
		fields.add("throttled", words);
		boolean much = share.whole() >= TELLING && share.reaches(this.threshold);
		fields.add(CHECK.of(much ? finding(words, share) : null, Level.of(share, this.threshold)));
	}

	private static Finding finding(String words, Share share) {
		return Content.warning("The CPU of the container was throttled in %s", words)
			.evidence("throttled periods", share.part())
			.evidence("periods", share.whole())
			.next(RuntimeSection.TITLE);
	}

}
