package io.github.gmr.diagnosis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

import io.github.gmr.content.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Knows which findings are the roots of others. A finding whose threads are held up by
 * threads that suffer from another one follows from that. So does one that is known only
 * by threads all of which suffer from another one, if that knows who holds them up, or is
 * worse.
 *
 * @param <T> the type of what has a finding
 */
public final class Roots<T> {

	private final List<T> all;

	private final List<Finding> findings;

	/**
	 * The threads that suffer from each finding which knows some: most know none.
	 */
	private final Map<Integer, Set<Long>> suffering = new LinkedHashMap<>();

	private final Map<Integer, Integer> causes = new HashMap<>();

	/**
	 * Find the roots.
	 * @param all what has findings, the worst first
	 * @param finding returns its finding
	 */
	public Roots(List<T> all, Function<T, Finding> finding) {
		this.all = List.copyOf(all);
		this.findings = this.all.stream().map(finding).toList();
		for (int i = 0; i < this.findings.size(); i++) {
			List<Long> threads = this.findings.get(i).details().threads();
			if (!threads.isEmpty()) {
				this.suffering.put(i, Set.copyOf(threads));
			}
		}
		for (int i = 0; i < this.findings.size(); i++) {
			Integer cause = cause(i);
			if (cause != null && !leadsTo(cause, i)) {
				this.causes.put(i, cause);
			}
		}
	}

	/**
	 * Return the roots with all that follows from each.
	 * @param join joins a root and what follows from it
	 * @return the roots, in their order
	 */
	public List<T> tree(BiFunction<T, List<T>, T> join) {
		Map<Integer, List<T>> consequences = new HashMap<>();
		for (int i : this.causes.keySet().stream().sorted().toList()) {
			consequences.computeIfAbsent(root(i), (any) -> new ArrayList<>()).add(this.all.get(i));
		}
		List<T> roots = new ArrayList<>();
		for (int i = 0; i < this.all.size(); i++) {
			if (!this.causes.containsKey(i)) {
				roots.add(join.apply(this.all.get(i), consequences.getOrDefault(i, List.of())));
			}
		}
		return roots;
	}

	private int root(int consequence) {
		int root = consequence;
		while (this.causes.containsKey(root)) {
			root = this.causes.get(root);
		}
		return root;
	}

	private boolean leadsTo(int from, int to) {
		return root(from) == to;
	}

	private @Nullable Integer cause(int consequence) {
		for (Map.Entry<Integer, Set<Long>> cause : this.suffering.entrySet()) {
			int index = cause.getKey();
			if (index != consequence
					&& explains(this.findings.get(index), cause.getValue(), this.findings.get(consequence))) {
				return index;
			}
		}
		return null;
	}

	private static boolean explains(Finding cause, Set<Long> suffering, Finding consequence) {
		List<Long> threads = consequence.details().threads();
		List<Long> holders = consequence.details().holders();
		if (!holders.isEmpty()) {
			return holders.stream().filter(suffering::contains).count() * 2 > holders.size();
		}
		boolean saysMore = !cause.details().holders().isEmpty()
				|| cause.severity().compareTo(consequence.severity()) > 0;
		return saysMore && !threads.isEmpty() && suffering.containsAll(threads);
	}

}
