package io.github.gmr.diagnosis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.gmr.content.thread.ThreadLock;
import io.github.gmr.section.activity.ActivityKind;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.activity.NamedThreads;
import io.github.gmr.section.pool.ConnectionStacks;

/**
 * Finds out what threads wait for, and which others have that. Who holds a lock is known
 * as a rule, and for the end of which thread another one waits. Who has a permit, a
 * connection or the lock of another kind, or makes a result, nobody reports: those are
 * taken for it that are further in a method in which others wait, or that run what such a
 * method has made. If no thread runs that, those of pools all threads of which run tasks
 * may well be it.
 */
final class Waits {

	private final Standings standings;

	private final WaitGraph<WaitNode> graph = new WaitGraph<>();

	private final Map<Resource, List<Standing>> wanted = new LinkedHashMap<>();

	private final List<NamedThreads> pools;

	private final JoinedThreads joined = new JoinedThreads();

	/**
	 * Look at threads.
	 * @param standings where they stand
	 * @param pools the same threads by the pools that they belong to
	 */
	Waits(Standings standings, List<NamedThreads> pools) {
		this.standings = standings;
		this.pools = pools;
	}

	/**
	 * Return what waits for what.
	 * @param code knows the frames of the application
	 * @return the graph, without work
	 */
	WaitGraph<WaitNode> graph(ApplicationCode code) {
		for (Standing standing : this.standings.all()) {
			List<ThreadLock> locks = standing.awaited();
			locks.forEach((lock) -> addHolder(standing, lock));
			if (standing.activity().kind() == ActivityKind.THREAD_END) {
				addJoined(standing);
			}
			if (locks.isEmpty() && isGuessed(standing.activity().kind())) {
				this.wanted.computeIfAbsent(resource(standing), (any) -> new ArrayList<>()).add(standing);
			}
		}
		if (!this.wanted.isEmpty()) {
			MethodUsers users = new MethodUsers(this.standings.all(), code);
			this.wanted.values().forEach((waiting) -> waiting.forEach(users::want));
			users.find();
			this.wanted.forEach((resource, waiting) -> addGuess(resource, waiting, users));
		}
		return this.graph;
	}

	private void addHolder(Standing waiting, ThreadLock lock) {
		ThreadLock.Owner owner = Objects.requireNonNull(lock.owner());
		Standing holder = this.standings.of(owner.id());
		this.graph.add(waiting, (holder != null) ? holder : Resource.owned(lock.id()));
	}

	private void addJoined(Standing waiting) {
		for (long id : this.joined.of(waiting)) {
			Standing thread = this.standings.of(id);
			if (thread != null && thread != waiting) {
				Resource end = Resource.end(id);
				this.graph.add(waiting, end);
				this.graph.add(end, thread);
			}
		}
	}

	private static boolean isGuessed(ActivityKind kind) {
		return switch (kind) {
			case POOL, SEMAPHORE, LOCK, MONITOR, READ_WRITE_LOCK, STAMPED_LOCK, FUTURE -> true;
			default -> false;
		};
	}

	/**
	 * Returns what threads wait for: of pools there is mostly one of a kind, the rest is
	 * told apart by the method.
	 */
	private static Resource resource(Standing waiting) {
		String method = isPool(waiting) ? null : waiting.method();
		return Resource.guessed(List.of((method != null) ? method : "", waiting.activity().words()));
	}

	private static boolean isPool(Standing waiting) {
		return waiting.activity().kind() == ActivityKind.POOL;
	}

	private static boolean isResult(Standing waiting) {
		return waiting.activity().kind() == ActivityKind.FUTURE;
	}

	private void addGuess(Resource resource, List<Standing> waiting, MethodUsers users) {
		if (isResult(waiting.get(0))) {
			Set<Standing> makers = users.makersOf(waiting);
			add(resource.made(makers.isEmpty()), waiting, makers.isEmpty() ? busyPools(waiting) : makers);
		}
		else {
			add(resource, waiting, holders(waiting, users));
		}
	}

	private void add(Resource resource, List<Standing> waiting, Collection<Standing> holders) {
		if (!holders.isEmpty() || isPool(waiting.get(0))) {
			waiting.forEach((standing) -> this.graph.add(standing, resource));
			holders.forEach((holder) -> this.graph.add(resource, holder));
		}
	}

	/**
	 * Returns the threads of the only pool that is wholly busy, or of all such if each of
	 * them waits for results itself: whichever it is, that is no end.
	 */
	private Set<Standing> busyPools(List<Standing> waiting) {
		List<Set<Standing>> busy = this.pools.stream()
			.map(this::standings)
			.filter((threads) -> threads.stream().allMatch((thread) -> thread.runsTask() && !waiting.contains(thread)))
			.toList();
		Set<Standing> all = busy.stream().flatMap(Set::stream).collect(Collectors.toSet());
		return (busy.size() == 1 || all.stream().allMatch(Waits::isResult)) ? all : Set.of();
	}

	private Set<Standing> standings(NamedThreads pool) {
		return pool.ids().stream().map(this.standings::of).flatMap(Stream::ofNullable).collect(Collectors.toSet());
	}

	private List<Standing> holders(List<Standing> waiting, MethodUsers users) {
		List<Standing> holders = new ArrayList<>(users.inside(waiting));
		if (waiting.stream().anyMatch((standing) -> ConnectionStacks.want(standing.frames()))) {
			this.standings.all()
				.stream()
				.filter(Predicate.not(holders::contains))
				.filter((other) -> waiting.contains(other) ? ConnectionStacks.wantAnother(other.frames())
						: ConnectionStacks.use(other.frames()))
				.forEach(holders::add);
		}
		return holders;
	}

}
