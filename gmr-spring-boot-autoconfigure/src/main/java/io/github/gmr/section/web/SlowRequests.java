package io.github.gmr.section.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;
import io.github.gmr.section.activity.ApplicationCode;

/**
 * Requests that run for long, reported once for each place where they stand.
 */
final class SlowRequests {

	private static final int MAX_FINDINGS = 3;

	private final Duration limit;

	private final int all;

	private final Map<String, List<FollowedRequest>> byPlace = new LinkedHashMap<>();

	/**
	 * Find the requests.
	 * @param requests all requests, the oldest first
	 * @param limit how long one may run
	 * @param code knows the application's own frames
	 */
	SlowRequests(List<FollowedRequest> requests, Duration limit, ApplicationCode code) {
		this.limit = limit;
		this.all = requests.size();
		requests.stream()
			.filter((request) -> request.hasRunFor(limit))
			.forEach((request) -> this.byPlace.computeIfAbsent(place(request, code), (place) -> new ArrayList<>())
				.add(request));
	}

	private static String place(FollowedRequest request, ApplicationCode code) {
		return (request.stack().length != 0) ? ", at " + code.place(request.stack()) : "";
	}

	List<Finding> findings() {
		List<Finding> findings = new ArrayList<>();
		this.byPlace.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByValue(Comparator.comparing(List<FollowedRequest>::size).reversed()))
			.limit(MAX_FINDINGS)
			.forEach((entry) -> findings.add(finding(entry.getKey(), entry.getValue())));
		long more = this.byPlace.values().stream().mapToLong(List::size).sorted().limit(rest()).sum();
		if (more > 0) {
			findings.add(Content.warning("%d more run for longer than %s", more, this.limit).next(WebSection.TITLE));
		}
		return findings;
	}

	private int rest() {
		return Math.max(0, this.byPlace.size() - MAX_FINDINGS);
	}

	private Finding finding(String place, List<FollowedRequest> requests) {
		FollowedRequest oldest = requests.get(0);
		int others = requests.size() - 1;
		Finding finding = (others == 0) ? Content.warning("%s%s", oldest, place)
				: Content.warning("%d of %d running requests run for longer than %s%s: %s", requests.size(), this.all,
						this.limit, place, oldest);
		return finding.next("Threads");
	}

}
