package io.github.gmr.section.pool;

import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.gmr.content.Finding;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.activity.ThreadPlaces;
import io.github.gmr.section.activity.ThreadStack;
import io.github.gmr.section.scope.SecondLook;
import io.github.gmr.section.scope.ThreadSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Knows by their stacks which threads want a connection of a pool, and which may hold
 * one, as pools do not report that: those that talk through a pool, are in a transaction,
 * or are further in a method where others wait.
 */
final class ConnectionUsers {

	/**
	 * So long no thread waits where connections are returned.
	 */
	private static final Duration LONG = Duration.ofSeconds(10);

	private final PoolKind kind;

	private final ThreadPlaces wanting;

	private final ThreadPlaces holding;

	private final ThreadPlaces opening;

	/**
	 * How many threads want a connection and have another one already.
	 */
	private final long another;

	/**
	 * Look at stacks.
	 * @param stacks the stacks of all threads
	 * @param kind the kind of the pool
	 * @param code knows the application's own frames
	 */
	ConnectionUsers(List<ThreadStack> stacks, PoolKind kind, ApplicationCode code) {
		this.kind = kind;
		List<ThreadStack> wanting = stacks.stream().filter(this::wantsConnection).toList();
		Set<String> methods = wanting.stream()
			.flatMap((stack) -> code.method(stack.frames()).stream())
			.collect(Collectors.toSet());
		List<ThreadStack> holding = stacks.stream()
			.filter((stack) -> !wantsConnection(stack) && (usesConnection(stack) || isIn(methods, stack)))
			.toList();
		this.opening = new ThreadPlaces(stacks.stream().filter((stack) -> stack.has(ConnectionStacks::opens)).toList(),
				code);
		this.another = wanting.stream()
			.filter((stack) -> ConnectionStacks.wantAnother(stack.frames()))
			.mapToLong(ThreadStack::threads)
			.sum();
		this.wanting = new ThreadPlaces(wanting, code);
		this.holding = new ThreadPlaces(holding, code);
	}

	ThreadPlaces wanting() {
		return this.wanting;
	}

	ThreadPlaces holding() {
		return this.holding;
	}

	/**
	 * Return whether connections are returned and handed on, as two looks at the threads
	 * show: none of them has waited for long, and some go on. Where only those that wait
	 * go on, their time may be up.
	 * @param snapshot the first look
	 * @return whether they are, {@code false} if that is not known
	 * @throws InterruptedException if interrupted before the second look
	 */
	boolean areServed(ThreadSnapshot snapshot) throws InterruptedException {
		List<Long> wanting = this.wanting.ids();
		SecondLook look = snapshot.again(wanting);
		if (!look.isMovedAny(wanting) || wanting.stream()
			.anyMatch((id) -> !look.moved().contains(id) && hasWaitedLong(snapshot.thread(id), snapshot))) {
			return false;
		}
		List<Long> holding = this.holding.ids();
		return holding.isEmpty() || snapshot.again(holding).isMovedAny(holding);
	}

	private static boolean hasWaitedLong(@Nullable ThreadInfo thread, ThreadSnapshot snapshot) {
		return thread != null && snapshot.unmoved(thread).compareTo(LONG) >= 0;
	}

	/**
	 * Add the threads and their place to a finding: where connections are held, or else
	 * where they are wanted.
	 * @param finding the finding
	 * @return a new finding
	 */
	Finding describe(Finding finding) {
		ThreadPlaces places = this.holding.isEmpty() ? this.wanting : this.holding;
		return finding.place(places.frames())
			.threads(this.wanting.ids())
			.holders(this.holding.isEmpty() ? this.opening.ids() : this.holding.ids());
	}

	@Override
	public String toString() {
		String wanted = this.wanting.isEmpty() ? "" : "; wanted at " + this.wanting;
		if (this.another > 0) {
			wanted += "; %d of these have one and want another".formatted(this.another);
		}
		if (!this.holding.isEmpty()) {
			return wanted + "; maybe held at " + this.holding;
		}
		return wanted + ((this.wanting.isEmpty() || this.another > 0) ? "" : "; no thread is seen that holds one");
	}

	/**
	 * Return where connections are wanted, and where the pool opens them.
	 * @return words such as
	 * {@code "; wanted at com.acme.Orders.find(Orders.java:41) (16 of 16 threads); opened at org.postgresql.core.PGStream.receiveChar(PGStream.java:467)"}
	 */
	String wantedWords() {
		return "; wanted at " + this.wanting + (this.opening.isEmpty() ? "" : "; opened at " + this.opening);
	}

	/**
	 * Return whether some threads have waited for long.
	 * @param snapshot all threads
	 * @return whether they have, {@code false} if that is not known
	 */
	boolean haveWaitedLong(ThreadSnapshot snapshot) {
		return this.wanting.ids().stream().anyMatch((id) -> hasWaitedLong(snapshot.thread(id), snapshot));
	}

	private boolean wantsConnection(ThreadStack stack) {
		return stack.has((frame) -> ConnectionStacks.wants(frame, this.kind));
	}

	private boolean usesConnection(ThreadStack stack) {
		return stack.has((frame) -> ConnectionStacks.uses(frame, this.kind));
	}

	private static boolean isIn(Set<String> methods, ThreadStack stack) {
		return stack.has((frame) -> methods.contains(ApplicationCode.method(frame)));
	}

}
