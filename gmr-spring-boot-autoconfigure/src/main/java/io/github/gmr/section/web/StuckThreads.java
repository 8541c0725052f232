package io.github.gmr.section.web;

import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;
import io.github.gmr.content.text.Share;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.scope.ThreadSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether the threads of the web server stand at one place, so that hardly any
 * is free for other requests.
 */
final class StuckThreads {

	/**
	 * Classes by which servers hand a request to a thread.
	 */
	private static final Set<String> ENTRANCES = Set.of("org.apache.catalina.connector.CoyoteAdapter",
			"org.eclipse.jetty.server.Server", "io.undertow.server.Connectors");

	private final ApplicationCode code;

	private final Map<String, List<ThreadInfo>> byPlace = new HashMap<>();

	/**
	 * Group the threads that deal with requests by their place.
	 * @param snapshot all threads
	 * @param requests the requests that are followed: those that have begun lately do not
	 * count
	 * @param limit how long a request must have been running
	 * @param code knows the application's own frames
	 */
	StuckThreads(ThreadSnapshot snapshot, List<FollowedRequest> requests, Duration limit, ApplicationCode code) {
		this.code = code;
		Set<Long> young = new HashSet<>();
		requests.stream()
			.filter((request) -> !request.hasRunFor(limit))
			.forEach((request) -> addThread(request, young));
		snapshot.threads()
			.stream()
			.filter((thread) -> !young.contains(thread.getThreadId()) && dealsWithRequest(thread))
			.forEach((thread) -> this.byPlace
				.computeIfAbsent(ApplicationCode.standing(thread.getStackTrace()), (place) -> new ArrayList<>())
				.add(thread));
	}

	@SuppressWarnings("deprecation")
	private static void addThread(FollowedRequest request, Set<Long> threads) {
		if (request.thread() != null) {
			threads.add(request.thread().getId());
		}
	}

	private static boolean dealsWithRequest(ThreadInfo thread) {
		for (StackTraceElement frame : thread.getStackTrace()) {
			if (ENTRANCES.contains(frame.getClassName())) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return what is wrong.
	 * @param max how many threads the server may have, {@code null} if that is not known
	 * @param percent how many of them may stand at one place
	 * @return the finding, or {@code null} if nothing is
	 */
	@Nullable Finding finding(@Nullable Number max, int percent) {
		List<ThreadInfo> most = this.byPlace.values().stream().max(Comparator.comparing(List::size)).orElse(List.of());
		if (max == null || most.isEmpty() || !new Share(most.size(), max.longValue()).reaches(percent)) {
			return null;
		}
		return Content
			.critical("%d of %d request threads stand at %s", most.size(), max,
					this.code.place(most.get(0).getStackTrace()))
			.next("Threads");
	}

}
