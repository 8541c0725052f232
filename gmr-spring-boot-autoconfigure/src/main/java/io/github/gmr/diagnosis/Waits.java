package io.github.gmr.diagnosis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.gmr.content.thread.ThreadLock;
import io.github.gmr.section.activity.Activity;
import io.github.gmr.section.activity.ActivityKind;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.pool.ConnectionStacks;

/**
 * Finds out what threads wait for, and which others have that. Who holds a lock is known
 * as a rule. Who has a permit, a connection or the lock of another kind, or makes a
 * result, nobody reports: those are taken for it that are further in a method in which
 * others wait, or that run what such a method has made.
 */
final class Waits {

	private static final String LAMBDA = ".lambda$";

	private final Standings standings;

	private final ApplicationCode code;

	private final WaitGraph<WaitNode> graph = new WaitGraph<>();

	Waits(Standings standings, ApplicationCode code) {
		this.standings = standings;
		this.code = code;
	}

	WaitGraph<WaitNode> graph() {
		Map<Resource, List<Standing>> wanted = new LinkedHashMap<>();
		for (Standing standing : this.standings.all()) {
			List<ThreadLock> locks = standing.awaited();
			locks.forEach((lock) -> addHolder(standing, lock));
			if (locks.isEmpty() && isGuessed(standing.activity().kind())) {
				wanted.computeIfAbsent(resource(standing), (any) -> new ArrayList<>()).add(standing);
			}
		}
		wanted.forEach(this::addGuess);
		return this.graph;
	}

	private void addHolder(Standing waiting, ThreadLock lock) {
		ThreadLock.Owner owner = Objects.requireNonNull(lock.owner());
		Standing holder = this.standings.of(owner.id());
		this.graph.add(waiting,
				(holder != null) ? holder
						: new Resource(lock.id(),
								"%s, held by #%d, which is not seen".formatted(waiting.activity().words(), owner.id()),
								WaitWords.HELD));
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
		Activity activity = waiting.activity();
		String method = (activity.kind() != ActivityKind.POOL) ? waiting.method() : null;
		return new Resource((method != null) ? method : "", activity.words(),
				(activity.kind() == ActivityKind.FUTURE) ? "made, most likely, by" : "held, most likely, by");
	}

	private void addGuess(Resource resource, List<Standing> waiting) {
		List<Standing> holders = holders(waiting);
		boolean pool = waiting.get(0).activity().kind() == ActivityKind.POOL;
		if (!holders.isEmpty() || pool) {
			waiting.forEach((standing) -> this.graph.add(standing, resource));
			holders.forEach((holder) -> this.graph.add(resource, holder));
		}
	}

	private List<Standing> holders(List<Standing> waiting) {
		Set<String> methods = Standing.methods(waiting);
		if (waiting.get(0).activity().kind() == ActivityKind.FUTURE) {
			return this.standings.all()
				.stream()
				.filter((other) -> !waiting.contains(other) && isMadeIn(methods, other))
				.toList();
		}
		boolean connections = waiting.stream().anyMatch((standing) -> ConnectionStacks.want(standing.frames()));
		return this.standings.all()
			.stream()
			.filter((other) -> waiting.contains(other) ? ConnectionStacks.wantAnother(other.frames())
					: (other.isIn(methods) || (connections && ConnectionStacks.use(other.frames()))))
			.toList();
	}

	/**
	 * Whether threads run something that one of some methods has made: a lambda of the
	 * method, or a class within its class.
	 */
	private boolean isMadeIn(Set<String> methods, Standing standing) {
		List<String> own = this.code.frames(standing.frames());
		if (own.isEmpty() || !standing.activity().own()) {
			return false;
		}
		String outermost = ApplicationCode.method(own.get(own.size() - 1));
		int lambda = outermost.indexOf(LAMBDA);
		if (lambda >= 0) {
			String maker = outermost.substring(0, lambda) + '.'
					+ outermost.substring(lambda + LAMBDA.length()).replaceFirst("\\$\\d+$", "");
			return methods.contains(maker);
		}
		Set<String> classes = methods.stream()
			.map((method) -> method.substring(0, method.lastIndexOf('.')) + '$')
			.collect(Collectors.toSet());
		return classes.stream().anyMatch(outermost::startsWith);
	}

}
