package io.github.gmr.diagnosis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Knows what waits for what, and follows work to where its waits end. Work that waits for
 * one of several goes on to each of them in equal parts, since it is not known which one
 * will be first. Where some have a way out of a circle, all of its work takes that.
 *
 * @param <N> the type of what waits and is waited for
 */
final class WaitGraph<N> {

	/**
	 * How often work is passed on: chains are not that long, and what still goes round
	 * after that has no way out.
	 */
	private static final int STEPS = 100;

	/**
	 * What is less is a rest of what has found its way out.
	 */
	private static final double LEAST = 0.01;

	private final Map<N, Set<N>> waits = new LinkedHashMap<>();

	private final Map<N, Set<N>> waitedFor = new HashMap<>();

	private final Map<N, Double> work = new LinkedHashMap<>();

	/**
	 * Add that one waits for another one.
	 * @param waiting the one that waits
	 * @param holder what it waits for, or one of several
	 */
	void add(N waiting, N holder) {
		this.waits.computeIfAbsent(waiting, (any) -> new LinkedHashSet<>()).add(holder);
		this.waitedFor.computeIfAbsent(holder, (any) -> new LinkedHashSet<>()).add(waiting);
	}

	/**
	 * Add work.
	 * @param at where it is done
	 * @param amount how much there is
	 */
	void addWork(N at, double amount) {
		this.work.merge(at, amount, Double::sum);
	}

	/**
	 * Return where all work ends that waits.
	 * @return the ends, those of most work first
	 */
	List<End<N>> ends() {
		Map<N, Double> ended = new LinkedHashMap<>();
		Map<N, Double> moving = this.work;
		for (int i = 0; i < STEPS && !moving.isEmpty(); i++) {
			moving = step(moving, ended);
		}
		List<End<N>> ends = new ArrayList<>();
		ended.forEach((node, amount) -> ends.add(new End<>(Set.of(node), amount)));
		ends.addAll(circles(moving));
		ends.sort((one, other) -> Double.compare(other.work(), one.work()));
		return ends;
	}

	private Map<N, Double> step(Map<N, Double> moving, Map<N, Double> ended) {
		Map<N, Double> next = new LinkedHashMap<>();
		moving.forEach((node, amount) -> {
			Set<N> holders = this.waits.getOrDefault(node, Set.of());
			if (holders.isEmpty()) {
				ended.merge(node, amount, Double::sum);
			}
			else if (amount >= LEAST / STEPS) {
				holders.forEach((holder) -> next.merge(holder, amount / holders.size(), Double::sum));
			}
		});
		return next;
	}

	private List<End<N>> circles(Map<N, Double> moving) {
		List<End<N>> circles = new ArrayList<>();
		Set<N> left = new LinkedHashSet<>(moving.keySet());
		while (!left.isEmpty()) {
			Set<N> circle = reached(List.of(left.iterator().next()), this.waits);
			left.removeAll(circle);
			double amount = circle.stream().mapToDouble((node) -> moving.getOrDefault(node, 0.0)).sum();
			if (amount >= LEAST) {
				circles.add(new End<>(circle, amount));
			}
		}
		return circles;
	}

	/**
	 * Return what waits, in the end, for some nodes, and these.
	 * @param ends the nodes
	 * @return the nodes, those that are nearest first
	 */
	Set<N> waitingFor(Collection<N> ends) {
		return reached(ends, this.waitedFor);
	}

	/**
	 * Return what waits for a node.
	 * @param node the node
	 * @return the others, but for those that wait for them
	 */
	Set<N> waiting(N node) {
		return this.waitedFor.getOrDefault(node, Set.of());
	}

	/**
	 * Return what a node waits for.
	 * @param node the node
	 * @return the others, empty if it waits for none
	 */
	Set<N> holders(N node) {
		return this.waits.getOrDefault(node, Set.of());
	}

	private static <N> Set<N> reached(Collection<N> from, Map<N, Set<N>> edges) {
		Set<N> reached = new LinkedHashSet<>(from);
		Deque<N> next = new ArrayDeque<>(from);
		while (!next.isEmpty()) {
			for (N node : edges.getOrDefault(next.remove(), Set.of())) {
				if (reached.add(node)) {
					next.add(node);
				}
			}
		}
		return reached;
	}

	/**
	 * Where work ends.
	 *
	 * @param <N> the type of the nodes
	 * @param nodes what waits for nothing that is known, or, if there are several, for
	 * one another
	 * @param work how much work ends there
	 */
	record End<N>(Set<N> nodes, double work) {

		End {
			nodes = new HashSet<>(nodes);
		}

	}

}
