package io.github.gmr.section.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.gmr.content.Check;
import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;
import io.github.gmr.content.text.TimeSpan;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.scope.Progress;

/**
 * Requests that run for long, reported once for each place where they stand.
 */
final class SlowRequests {

	/**
	 * The check for requests that run for long.
	 */
	static final Check CHECK = new Check("requests-slow");

	private static final int MAX_FINDINGS = 3;

	private final UnseenRequests unseen;

	private final Duration limit;

	private final ApplicationCode code;

	private final Map<List<?>, List<FollowedRequest>> byPlace = new LinkedHashMap<>();

	/**
	 * Find the requests.
	 * @param requests the oldest requests, the oldest first
	 * @param unseen those of them that have no thread
	 * @param limit how long one may run
	 * @param code knows the application's own frames
	 */
	SlowRequests(List<FollowedRequest> requests, UnseenRequests unseen, Duration limit, ApplicationCode code) {
		this.unseen = unseen;
		this.limit = limit;
		this.code = code;
		requests.stream()
			.filter((request) -> request.hasRunFor(limit) && !request.asksForReport())
			.forEach((request) -> this.byPlace
				.computeIfAbsent(List.of(request.streaming(), place(request, code)), (place) -> new ArrayList<>())
				.add(request));
	}

	private static String place(FollowedRequest request, ApplicationCode code) {
		return request.where().isKnown() ? ", at " + code.place(request.stack()) : "";
	}

	/**
	 * Return what is found: the places where most of them stand, and how many the rest
	 * are.
	 * @param slow how many requests run for long
	 * @param all how many requests there are
	 * @return the result
	 */
	Check.Result check(long slow, int all) {
		List<Finding> findings = new ArrayList<>();
		List<List<FollowedRequest>> groups = this.byPlace.values()
			.stream()
			.sorted(Comparator.comparing(List<FollowedRequest>::size).reversed())
			.limit(MAX_FINDINGS)
			.toList();
		groups.forEach((requests) -> findings.add(finding(requests, all)));
		long more = slow - groups.stream().mapToLong(List::size).sum();
		if (more > 0) {
			findings.add(Content.warning("%d more run for longer than %s", more, this.limit)
				.evidence("slow", more)
				.next(WebSection.TITLE));
		}
		return CHECK.of(findings);
	}

	private static List<Progress> progress(List<FollowedRequest> requests) {
		return requests.stream().map(FollowedRequest::progress).toList();
	}

	/**
	 * Returns words such as
	 * {@code "12 of 14 running requests run for longer than 30 s, at
	 * com.acme.Orders.find(Orders.java:41): GET /orders/7 runs for 35 s on exec-3 #42; 9
	 * have not moved for 31 s, 3 move"}.
	 */
	private String sentence(List<FollowedRequest> requests, int all) {
		FollowedRequest oldest = requests.get(0);
		String place = place(oldest, this.code);
		String progress = Progress.words(progress(requests));
		if (requests.size() == 1) {
			return "%s%s%s%s".formatted(oldest, place, progress.isEmpty() ? "" : ", ", progress);
		}
		return "%d of %d running requests run for longer than %s%s: %s%s%s".formatted(requests.size(), all,
				TimeSpan.words(this.limit), place, oldest, progress.isEmpty() ? "" : "; ", progress);
	}

	private Finding finding(List<FollowedRequest> requests, int all) {
		FollowedRequest oldest = requests.get(0);
		Finding finding = finding(oldest, progress(requests), sentence(requests, all))
			.subject(oldest.method() + " " + oldest.path())
			.place(this.code.frames(oldest.stack()))
			.evidence("slow", requests.size())
			.evidence("running", all)
			.evidence("oldest", oldest.age())
			.threads(requests.stream().flatMap((request) -> request.where().threadId().stream()).toList())
			.since(oldest.age())
			.next(oldest.where().section(), oldest.where().line());
		return oldest.isUnseen() ? this.unseen.describe(finding) : finding;
	}

	/**
	 * Streams and those who wait for something to happen take long as they should, unless
	 * they cannot go on. What moves is slow, but gets on.
	 */
	private Finding finding(FollowedRequest oldest, List<Progress> progress, String sentence) {
		String words = sentence + (oldest.isUnseen() ? this.unseen.words() : "");
		if (oldest.streaming() && !(oldest.isUnseen() && this.unseen.areHeldUp(this.limit))) {
			return Content.info("%s (its response has begun, or it waits without a thread: maybe a stream)", words);
		}
		return progress.stream().allMatch(Progress::isMoving) ? Content.info("%s", words)
				: Content.warning("%s", words);
	}

}
