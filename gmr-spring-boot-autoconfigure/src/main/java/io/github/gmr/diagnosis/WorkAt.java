package io.github.gmr.diagnosis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.gmr.content.text.TimeSpan;
import io.github.gmr.section.work.Work;
import io.github.gmr.section.work.WorkSource;
import org.jspecify.annotations.Nullable;

/**
 * Running work by where its threads stand. What may well last is left out.
 */
final class WorkAt {

	/**
	 * How frames begin in which a request waits for a report.
	 */
	private static final String REPORTS = "io.github.gmr.actuate.GmrEndpointWebExtension.";

	private final String what;

	private final Map<Standing, List<Work>> places = new LinkedHashMap<>();

	private int size;

	/**
	 * Find the places of work.
	 * @param what what it is, such as {@code "running requests"}
	 * @param source knows the work, {@code null} if nobody does
	 * @param standings where threads stand
	 */
	WorkAt(String what, @Nullable WorkSource source, Standings standings) {
		this.what = what;
		for (Work work : (source != null) ? source.running() : List.<Work>of()) {
			Standing place = standings.of(work.thread());
			if (!work.mayLast() && !isOurs(place)) {
				this.size++;
				if (place != null) {
					this.places.computeIfAbsent(place, (any) -> new ArrayList<>()).add(work);
				}
			}
		}
	}

	/**
	 * Whether the work is a report that was asked for.
	 */
	private static boolean isOurs(@Nullable Standing place) {
		return place != null && place.has((frame) -> frame.startsWith(REPORTS));
	}

	String what() {
		return this.what;
	}

	/**
	 * Return how much work there is, that without a thread as well.
	 */
	int size() {
		return this.size;
	}

	Map<Standing, List<Work>> places() {
		return this.places;
	}

	/**
	 * Return how much of the work at some places has been running for some time.
	 * @param places the places
	 * @param time the time
	 * @return how much
	 */
	long olderThan(Duration time, Collection<WaitNode> places) {
		return at(places).filter((work) -> work.age().compareTo(time) >= 0).count();
	}

	/**
	 * Return what has been running the longest at some places.
	 * @param places the places
	 * @return words such as {@code "GET /orders has been running for 2 min"}, empty if
	 * there is no work
	 */
	Optional<String> oldest(Collection<WaitNode> places) {
		return at(places).max(Comparator.comparing(Work::age))
			.map((work) -> "%s has been running for %s".formatted(work.words(), TimeSpan.words(work.age())));
	}

	private Stream<Work> at(Collection<WaitNode> places) {
		return this.places.entrySet()
			.stream()
			.filter((place) -> places.contains(place.getKey()))
			.flatMap((place) -> place.getValue().stream());
	}

}
