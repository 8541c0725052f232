package io.github.gmr.diagnosis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
 * worse. One that has followed waits to their end, and so has an
 * {@link io.github.gmr.content.Impact}, explains what is known of threads on the way and
 * at the end, unless they wait for each other: then it follows from what says that. One
 * without a way follows from any that names the same threads. Some kinds follow from
 * others whatever their threads.
 *
 * @param <T> the type of what has a finding
 */
public final class Roots<T> {

	private static final Set<String> COLLECTIONS = Set.of("garbage-collections-long", "collection-pause-long");

	/**
	 * Which kinds follow from which, whatever their threads.
	 */
	private static final Map<String, Set<String>> FOLLOWING = Map.of("explicit-gc", COLLECTIONS, "heap-full",
			COLLECTIONS, "out-of-memory-thrown", COLLECTIONS, "shutdown-hangs", Set.of("readiness-refused"));

	private final List<T> all;

	private final Map<Integer, Known> known = new LinkedHashMap<>();

	private final Map<Integer, Integer> causes = new HashMap<>();

	/**
	 * Find the roots.
	 * @param all what has findings, the worst first
	 * @param finding returns its finding
	 */
	public Roots(List<T> all, Function<T, Finding> finding) {
		this.all = List.copyOf(all);
		for (int i = 0; i < this.all.size(); i++) {
			this.known.put(i, Known.of(finding.apply(this.all.get(i))));
		}
		this.known.forEach((i, consequence) -> {
			Integer cause = cause(i, consequence);
			if (cause != null) {
				this.causes.put(i, cause);
			}
		});
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

	private @Nullable Integer cause(int index, Known consequence) {
		return this.known.entrySet()
			.stream()
			.filter((cause) -> cause.getKey() != index && cause.getValue().explains(consequence)
					&& !leadsTo(cause.getKey(), index))
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse(null);
	}

	/**
	 * What is known of the threads of a finding.
	 *
	 * @param finding the finding
	 * @param suffering the threads that suffer
	 * @param holders those that make them suffer
	 */
	private record Known(Finding finding, Set<Long> suffering, Set<Long> holders) {

		static Known of(Finding finding) {
			return new Known(finding, Set.copyOf(finding.details().threads()), Set.copyOf(finding.details().holders()));
		}

		boolean explains(Known consequence) {
			return isFollowedBy(consequence) || (consequence.hasThreads() && explainsThreadsOf(consequence));
		}

		private boolean isFollowedBy(Known consequence) {
			String id = this.finding.id();
			String other = consequence.finding.id();
			return id != null && other != null && FOLLOWING.getOrDefault(id, Set.of()).contains(other);
		}

		private boolean hasThreads() {
			return !this.suffering.isEmpty() || !this.holders.isEmpty();
		}

		private boolean explainsThreadsOf(Known consequence) {
			if (consequence.isCounting()) {
				return consequence.suffering.isEmpty() ? areMost(consequence.holders, named())
						: (isCircle() && areMost(consequence.holders, this.suffering));
			}
			if (isCounting() && !this.suffering.isEmpty() && !consequence.isCircle()) {
				return areNearlyAll(consequence.named(), named());
			}
			if (!consequence.holders.isEmpty()) {
				return areMost(consequence.holders, this.suffering);
			}
			return (!this.holders.isEmpty() || isWorseThan(consequence))
					&& this.suffering.containsAll(consequence.suffering);
		}

		/**
		 * Whether it follows the waits of work to their end, and counts that.
		 */
		private boolean isCounting() {
			return this.finding.details().impact() != null;
		}

		/**
		 * Whether those that make others suffer do so themselves, as in a deadlock.
		 */
		private boolean isCircle() {
			return this.holders.stream().anyMatch(this.suffering::contains);
		}

		private Set<Long> named() {
			Set<Long> named = new HashSet<>(this.suffering);
			named.addAll(this.holders);
			return named;
		}

		private boolean isWorseThan(Known other) {
			return this.finding.severity().compareTo(other.finding.severity()) > 0;
		}

		private static boolean areMost(Set<Long> some, Set<Long> of) {
			return 2 * common(some, of) > some.size();
		}

		private static boolean areNearlyAll(Set<Long> some, Set<Long> of) {
			return 10 * common(some, of) >= 9L * some.size();
		}

		private static long common(Set<Long> some, Set<Long> of) {
			return some.stream().filter(of::contains).count();
		}

	}

}
