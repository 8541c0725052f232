package io.github.gmr.section.web;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import io.github.gmr.content.Check;
import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;
import io.github.gmr.content.text.TimeSpan;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.pulse.FigureHistory;
import io.github.gmr.section.pulse.Ring;
import io.github.gmr.section.pulse.Series;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether requests have stopped to end: some run, none has ended for a while,
 * and in the minute before many have.
 */
final class StoppedRequests {

	static final Check CHECK = new Check("requests-stopped");

	private static final Duration LEAST = Duration.ofSeconds(15);

	private static final Duration BEFORE = Duration.ofMinutes(1);

	/**
	 * How many requests must have ended each second before.
	 */
	private static final double LEAST_RATE = 1;

	/**
	 * Fewer may be the slow ones that are left over at the end of the traffic.
	 */
	private static final int LEAST_RUNNING = 3;

	private static final StackTraceElement[] NO_STACK = new StackTraceElement[0];

	private final FigureHistory history;

	private final ApplicationCode code;

	/**
	 * Create the check.
	 * @param history knows how many requests had ended when
	 * @param code knows the application's own frames
	 */
	StoppedRequests(FigureHistory history, ApplicationCode code) {
		this.history = history;
		this.code = code;
	}

	/**
	 * Make the check.
	 * @param requests the oldest running requests
	 * @return the result
	 */
	Check.Result check(List<FollowedRequest> requests) {
		List<FollowedRequest> waiting = requests.stream()
			.filter((request) -> !request.streaming() && !request.asksForReport() && request.hasRunFor(LEAST))
			.toList();
		Series ended = this.history.get(RunningRequests.ENDED);
		return CHECK.of((waiting.size() >= LEAST_RUNNING && ended != null) ? finding(waiting, ended.looks()) : null);
	}

	private @Nullable Finding finding(List<FollowedRequest> waiting, Ring ended) {
		int last = ended.size() - 1;
		int quiet = last;
		while (quiet > 0 && ended.value(quiet - 1) == ended.value(last)) {
			quiet--;
		}
		Duration time = Duration.ofNanos(ended.time(last) - ended.time(quiet));
		double rate = rateBefore(ended, quiet);
		if (quiet == 0 || time.compareTo(LEAST) < 0 || rate < LEAST_RATE) {
			return null;
		}
		List<FollowedRequest> together = largestAtOnePlace(waiting);
		return Content
			.critical("Requests have stopped: %d run and none has ended for %s, before that %.0f a second did%s",
					waiting.size(), TimeSpan.words(time), rate, place(together))
			.place(this.code.frames(together.isEmpty() ? NO_STACK : together.get(0).stack()))
			.evidence("running", waiting.size())
			.evidence("before, a second", rate)
			.threads(waiting.stream().flatMap((request) -> request.where().threadId().stream()).toList())
			.since(time)
			.next(WebSection.TITLE);
	}

	private List<FollowedRequest> largestAtOnePlace(List<FollowedRequest> waiting) {
		return waiting.stream()
			.filter((request) -> request.where().isKnown())
			.collect(Collectors.groupingBy((request) -> this.code.place(request.stack())))
			.values()
			.stream()
			.max(Comparator.comparing(List::size))
			.orElse(List.of());
	}

	private String place(List<FollowedRequest> together) {
		return together.isEmpty() ? ""
				: "; %d of them stand at %s".formatted(together.size(), this.code.place(together.get(0).stack()));
	}

	private static double rateBefore(Ring ended, int quiet) {
		int first = Math.max(0, ended.atOrBefore(ended.time(quiet) - BEFORE.toNanos()));
		double seconds = Duration.ofNanos(ended.time(quiet) - ended.time(first)).toMillis() / 1000.0;
		return (seconds > 0) ? (ended.value(quiet) - ended.value(first)) / seconds : 0;
	}

}
