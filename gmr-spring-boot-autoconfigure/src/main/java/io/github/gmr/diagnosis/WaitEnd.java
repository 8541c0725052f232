package io.github.gmr.diagnosis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.gmr.diagnosis.WaitGraph.End;

/**
 * Where waits of work end: threads of one place that do the same, something that nobody
 * is seen to have, or threads that wait for each other.
 */
final class WaitEnd {

	private final WaitGraph<WaitNode> graph;

	private final Set<WaitNode> nodes;

	private final double work;

	private final List<Standing> threads;

	private final List<Standing> behind;

	private WaitEnd(WaitGraph<WaitNode> graph, List<End<WaitNode>> parts) {
		this.graph = graph;
		this.nodes = parts.stream()
			.flatMap((part) -> part.nodes().stream())
			.collect(Collectors.toCollection(LinkedHashSet::new));
		this.work = parts.stream().mapToDouble(End::work).sum();
		List<WaitNode> waiting = new ArrayList<>(graph.waitingFor(this.nodes));
		waiting.removeAll(this.nodes);
		List<Standing> own = standings(this.nodes.stream());
		this.threads = !own.isEmpty() ? own
				: standings(waiting.stream().filter((node) -> this.nodes.containsAll(graph.holders(node))));
		waiting.removeAll(this.threads);
		this.behind = standings(waiting.stream());
	}

	private static List<Standing> standings(Stream<WaitNode> nodes) {
		return nodes.filter(Standing.class::isInstance).map(Standing.class::cast).toList();
	}

	/**
	 * Return the ends of all waits, those of one place together.
	 * @param graph knows what waits for what
	 * @return the ends, those of most work first
	 */
	static List<WaitEnd> of(WaitGraph<WaitNode> graph) {
		Map<Object, List<End<WaitNode>>> places = new LinkedHashMap<>();
		graph.ends().forEach((end) -> places.computeIfAbsent(key(end), (key) -> new ArrayList<>()).add(end));
		return places.values()
			.stream()
			.map((parts) -> new WaitEnd(graph, parts))
			.sorted((one, other) -> Double.compare(other.work, one.work))
			.toList();
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
		return !isCircle() && this.behind.isEmpty();
	}

	/**
	 * Return the threads at the end: those that want it if nobody has it.
	 * @return the threads by where they stand
	 */
	List<Standing> threads() {
		return this.threads;
	}

	/**
	 * Return the threads that wait for the end, but for those at it.
	 * @return the threads by where they stand, the nearest first
	 */
	List<Standing> behind() {
		return this.behind;
	}

	/**
	 * Return what is at the end, in words with the place.
	 * @return words such as
	 * {@code "10 threads wait for data from a socket, at com.acme.Bank.charge(Bank.java:7)"}
	 */
	String words() {
		if (isCircle()) {
			return WaitWords.threads(this.threads) + (isUnsure() ? " wait, maybe," : " wait") + " for each other: "
					+ String.join("; ", WaitWords.each(this.threads));
		}
		if (this.nodes.iterator().next() instanceof Resource resource) {
			return WaitWords.of(this.threads) + (resource.guessed() ? ", and no thread is seen that has one" : "");
		}
		return WaitWords.of(this.threads);
	}

	private boolean isUnsure() {
		return this.nodes.stream().anyMatch((node) -> node instanceof Resource resource && resource.unsure());
	}

	/**
	 * Return how waits lead to the end.
	 * @return a line for threads of one place, those that wait for others first
	 */
	List<String> chain() {
		Map<String, List<Standing>> lines = new LinkedHashMap<>();
		List<Standing> all = new ArrayList<>(this.behind);
		Collections.reverse(all);
		if (!all.isEmpty() && !isCircle()) {
			all.addAll(this.threads);
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
		return ids(this.threads);
	}

	List<Long> idsBehind() {
		return ids(this.behind);
	}

	private static List<Long> ids(List<Standing> threads) {
		return threads.stream().flatMap((standing) -> standing.ids().stream()).toList();
	}

}
