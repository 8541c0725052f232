package io.github.gmr.diagnosis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.github.gmr.content.thread.ThreadEntry;
import io.github.gmr.diagnosis.WaitGraph.End;

/**
 * Where waits of work end: threads of one place that do the same, something that nobody
 * is seen to have, or threads that wait for each other.
 */
final class WaitEnd {

	private final WaitGraph<WaitNode> graph;

	private final Set<WaitNode> nodes = new LinkedHashSet<>();

	private double work;

	private WaitEnd(WaitGraph<WaitNode> graph) {
		this.graph = graph;
	}

	/**
	 * Return the ends of all waits, those of one place together.
	 * @param graph knows what waits for what
	 * @return the ends, those of most work first
	 */
	static List<WaitEnd> of(WaitGraph<WaitNode> graph) {
		Map<Object, WaitEnd> ends = new LinkedHashMap<>();
		for (End<WaitNode> each : graph.ends()) {
			WaitEnd end = ends.computeIfAbsent(key(each), (key) -> new WaitEnd(graph));
			end.nodes.addAll(each.nodes());
			end.work += each.work();
		}
		return ends.values().stream().sorted((one, other) -> Double.compare(other.work, one.work)).toList();
	}

	private static Object key(End<WaitNode> end) {
		WaitNode first = end.nodes().iterator().next();
		return (end.nodes().size() == 1 && first instanceof Standing standing)
				? List.of(standing.activity().words(), standing.activity().place()) : end.nodes();
	}

	Set<WaitNode> nodes() {
		return this.nodes;
	}

	long work() {
		return Math.round(this.work);
	}

	/**
	 * Return whether the threads wait for each other.
	 */
	boolean isCircle() {
		return this.nodes.stream().anyMatch((node) -> !this.graph.holders(node).isEmpty());
	}

	/**
	 * Return whether nothing waits but the work at the end itself.
	 */
	boolean isDirect() {
		return !isCircle() && behind().isEmpty();
	}

	/**
	 * Return the threads at the end: those that want it if nobody has it.
	 * @return the threads by where they stand
	 */
	List<Standing> threads() {
		List<Standing> threads = standings(this.nodes.stream()).toList();
		return !threads.isEmpty() ? threads
				: standings(waiting().filter((node) -> this.nodes.containsAll(this.graph.holders(node)))).toList();
	}

	/**
	 * Return what waits for the end, directly or not, that is not part of it.
	 * @return the nodes, the nearest first
	 */
	private Stream<WaitNode> waiting() {
		return this.graph.waitingFor(this.nodes).stream().filter((node) -> !this.nodes.contains(node));
	}

	private static Stream<Standing> standings(Stream<WaitNode> nodes) {
		return nodes.filter(Standing.class::isInstance).map(Standing.class::cast);
	}

	/**
	 * Return the threads that wait for the end, but for those at it.
	 * @return the threads by where they stand, the nearest first
	 */
	List<Standing> behind() {
		List<Standing> threads = threads();
		return standings(waiting()).filter((standing) -> !threads.contains(standing)).toList();
	}

	/**
	 * Return what is at the end, in words with the place.
	 * @return words such as
	 * {@code "10 threads wait for data from a socket, at com.acme.Bank.charge(Bank.java:7)"}
	 */
	String words() {
		if (isCircle()) {
			return WaitWords.threads(threads()) + " wait for each other: "
					+ String.join("; ", WaitWords.each(threads()));
		}
		if (this.nodes.iterator().next() instanceof Resource resource) {
			return WaitWords.of(threads())
					+ (resource.relation().equals(WaitWords.HELD) ? "" : ", and no thread is seen that has one");
		}
		return WaitWords.of(threads());
	}

	/**
	 * Return how waits lead to the end.
	 * @return a line for threads of one place, those that wait for others first
	 */
	List<String> chain() {
		Map<String, List<Standing>> lines = new LinkedHashMap<>();
		List<Standing> all = new ArrayList<>(behind());
		Collections.reverse(all);
		if (!all.isEmpty() && !isCircle()) {
			all.addAll(threads());
		}
		for (Standing standing : all) {
			lines
				.computeIfAbsent(WaitWords.relation(this.graph, standing) + standing.activity().words()
						+ standing.activity().place(), (key) -> new ArrayList<>())
				.add(standing);
		}
		return lines.values()
			.stream()
			.map((standings) -> WaitWords.relation(this.graph, standings.get(0)) + WaitWords.of(standings))
			.toList();
	}

	List<Long> ids() {
		return threads().stream().flatMap((standing) -> standing.threads().stream()).map(ThreadEntry::id).toList();
	}

	List<Long> idsBehind() {
		return behind().stream().flatMap((standing) -> standing.threads().stream()).map(ThreadEntry::id).toList();
	}

}
