package io.github.gmr.section.web;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import io.github.gmr.content.Check;
import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;
import io.github.gmr.content.text.Share;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.pulse.FigureHistory;
import io.github.gmr.section.pulse.Ring;
import io.github.gmr.section.pulse.Series;
import org.jspecify.annotations.Nullable;

/**
 * Finds paths of which most requests have failed in the last minute.
 */
final class FailingRequests {

	static final Check CHECK = new Check("requests-failing");

	private static final Duration RECENT = Duration.ofMinutes(1);

	/**
	 * From which percentage on most requests fail.
	 */
	private static final int MOST = 50;

	/**
	 * Fewer failures may be chance.
	 */
	private static final int LEAST = 5;

	/**
	 * The operations of Spring Boot tell by their status what others find.
	 */
	private static final String ACTUATOR = " /actuator";

	private final RequestOutcomes outcomes;

	private final FigureHistory history;

	private final ApplicationCode code;

	FailingRequests(RequestOutcomes outcomes, FigureHistory history, ApplicationCode code) {
		this.outcomes = outcomes;
		this.history = history;
		this.code = code;
	}

	Check.Result check() {
		return CHECK.of(this.outcomes.failing()
			.stream()
			.filter((path) -> !path.path().contains(ACTUATOR))
			.map(this::finding)
			.filter(Objects::nonNull)
			.toList());
	}

	private @Nullable Finding finding(PathOutcomes path) {
		Series ended = this.history.get(path.endedName());
		Series failed = this.history.get(path.failedName());
		if (ended == null || failed == null) {
			return null;
		}
		Share share = new Share((long) increase(failed, 0), (long) increase(ended, path.endedBefore()));
		return (share.part() >= LEAST && share.reaches(MOST)) ? finding(path, share, time(failed)) : null;
	}

	/**
	 * Returns by how much a counter has grown within the last minute, or since it had
	 * some value if it is not known for that long.
	 */
	private static double increase(Series series, long begin) {
		Ring looks = series.looks();
		int first = looks.atOrBefore(series.time() - RECENT.toNanos());
		return series.last() - ((first >= 0) ? looks.value(first) : begin);
	}

	/**
	 * Returns for how long requests fail at each look: since the first of those that each
	 * saw new failures, with a break of no more than one.
	 */
	private static Duration time(Series failed) {
		Ring looks = failed.looks();
		int first = looks.size() - 1;
		for (int i = looks.size() - 1; i > 0 && first - i <= 2; i--) {
			first = (looks.value(i) > looks.value(i - 1)) ? i - 1 : first;
		}
		return Duration.ofNanos(System.nanoTime() - looks.time(first));
	}

	private Finding finding(PathOutcomes path, Share share, Duration time) {
		PathOutcomes.Failure last = path.last();
		List<String> place = this.code.frames(last.stack());
		String why = last.what() + (place.isEmpty() ? "" : " at " + place.get(0));
		return Content
			.warning("%.0f %% of %s fail: %d of %d in the last minute, the last one with %s", share.percent(),
					path.path(), share.part(), share.whole(), why)
			.subject(path.path())
			.place(place)
			.evidence("failed", share.part())
			.evidence("ended", share.whole())
			.since(time)
			.next(WebSection.TITLE);
	}

}
