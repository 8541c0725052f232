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

import io.github.gmr.content.Check;
import io.github.gmr.content.Check.Level;
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
	 * The check for threads of the server that stand at one place.
	 */
	static final Check CHECK = new Check("request-threads-stuck");

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
			.forEach((request) -> request.where().threadId().ifPresent(young::add));
		snapshot.threads()
			.stream()
			.filter((thread) -> !young.contains(thread.getThreadId()) && dealsWithRequest(thread))
			.forEach((thread) -> this.byPlace
				.computeIfAbsent(ApplicationCode.standing(thread.getStackTrace()), (place) -> new ArrayList<>())
				.add(thread));
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
	 * Look whether hardly any thread is free.
	 * @param max how many threads the server may have, {@code null} if that is not known
	 * @param percent how many of them may stand at one place
	 * @param settings the settings that decide how many there may be
	 * @return the result
	 */
	Check.Result check(@Nullable Number max, int percent, List<String> settings) {
		if (max == null) {
			return CHECK.notPossible("the server does not tell how many threads it may have");
		}
		List<ThreadInfo> most = this.byPlace.values().stream().max(Comparator.comparing(List::size)).orElse(List.of());
		Share share = new Share(most.size(), max.longValue());
		boolean stuck = !most.isEmpty() && share.reaches(percent);
		return CHECK.of(stuck ? finding(most, max, settings) : null, Level.of(share, percent));
	}

	private Finding finding(List<ThreadInfo> threads, Number max, List<String> settings) {
		StackTraceElement[] stack = threads.get(0).getStackTrace();
		Finding finding = Content
			.critical("%d of %d request threads stand at %s", threads.size(), max, this.code.place(stack))
			.place(this.code.frames(stack))
			.evidence("standing there", threads.size())
			.evidence("max threads", max)
			.threads(threads.stream().map(ThreadInfo::getThreadId).toList())
			.next("Threads", "#" + threads.get(0).getThreadId());
		for (String setting : settings) {
			finding = finding.setting(setting);
		}
		return finding;
	}

}
