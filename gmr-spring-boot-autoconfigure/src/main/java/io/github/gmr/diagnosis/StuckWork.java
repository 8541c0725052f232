package io.github.gmr.diagnosis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.github.gmr.content.Check;
import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Impact;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.activity.SocketLimits;
import io.github.gmr.section.scope.ThreadSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Finds what keeps work from going on: ends of waits that stay as they are while work
 * that has been running for long waits for them.
 */
final class StuckWork {

	static final Check CHECK = new Check("work-stuck");

	/**
	 * So many times the limit work has been running that is stuck, where nothing but that
	 * work waits, or it cannot be known what threads have done meanwhile.
	 */
	private static final int VERY_LONG = 3;

	/**
	 * Of how much work at least half must wait to make things very bad.
	 */
	private static final int MANY = 5;

	private static final int MAX = 3;

	private final ThreadSnapshot snapshot;

	private final WorkAt work;

	private final CallTargets targets;

	private final ApplicationCode code;

	private final WaitsOptions options;

	StuckWork(ThreadSnapshot snapshot, WorkAt work, CallTargets targets, ApplicationCode code, WaitsOptions options) {
		this.snapshot = snapshot;
		this.work = work;
		this.targets = targets;
		this.code = code;
		this.options = options;
	}

	/**
	 * Look at the ends of waits.
	 * @param ends the ends, those of most work first
	 * @return the result
	 * @throws InterruptedException if interrupted before the second look
	 */
	Check.Result check(List<WaitEnd> ends) throws InterruptedException {
		List<Finding> findings = new ArrayList<>();
		for (WaitEnd end : ends) {
			if (findings.size() < MAX && isStuck(end)) {
				findings.add(finding(end));
			}
		}
		return CHECK.of(findings);
	}

	private boolean isStuck(WaitEnd end) throws InterruptedException {
		Duration limit = this.options.work();
		Duration longer = limit.multipliedBy(VERY_LONG);
		if (end.work() < this.options.least() || !isOlder(end.isDirect() ? longer : limit, end) || !isTelling(end)) {
			return false;
		}
		return time(end).compareTo(limit) >= 0 || (isOlder(longer, end) && !isMoved(end));
	}

	private boolean isOlder(Duration time, WaitEnd end) {
		return this.work.olderThan(time, places(end)) >= this.options.least();
	}

	private static Set<WaitNode> places(WaitEnd end) {
		Set<WaitNode> places = new HashSet<>(end.nodes());
		places.addAll(end.threads());
		places.addAll(end.behind());
		return places;
	}

	/**
	 * Whether work should not end there. What waits for something to happen may well do
	 * so, as long polling does, unless others wait for it.
	 */
	private static boolean isTelling(WaitEnd end) {
		return !end.isDirect() || end.threads().stream().anyMatch(StuckWork::isTelling);
	}

	private static boolean isTelling(Standing standing) {
		return switch (standing.activity().kind()) {
			case RUNNING, IDLE, UNKNOWN, EMPTY_QUEUE, CONDITION, NOTIFICATION, LATCH, BARRIER, FUTURE, SLEEP,
					THREAD_END, SHUTDOWN ->
				false;
			case SOCKET_READ, SOCKET_WRITE -> standing.activity().own() && !isServer(standing);
			default -> true;
		};
	}

	/**
	 * Whether threads wait for the client of a request.
	 */
	private static boolean isServer(Standing standing) {
		return standing.activity().words().endsWith("its client");
	}

	/**
	 * Returns for how long threads at the end have stayed as they are.
	 */
	private Duration time(WaitEnd end) {
		return end.ids()
			.stream()
			.flatMap((id) -> Stream.ofNullable(this.snapshot.thread(id)))
			.map(this.snapshot::steady)
			.max(Comparator.naturalOrder())
			.orElse(Duration.ZERO);
	}

	private boolean isMoved(WaitEnd end) throws InterruptedException {
		List<Long> ids = end.ids();
		return this.snapshot.again(ids).areMovedMost(ids);
	}

	private Finding finding(WaitEnd end) {
		long waiting = end.work();
		int all = this.work.size();
		String words = end.words() + this.targets.words(end.ids()) + SocketLimits.words(end.threads().get(0).frames())
				+ age(end);
		Finding finding = (waiting >= MANY && 2 * waiting >= all && !end.isDirect()) ? Content.critical("%s", words)
				: Content.warning("%s", words);
		Standing first = end.threads().get(0);
		return finding.impact(new Impact(waiting, all, this.work.what()))
			.place(this.code.frames(first.frames()))
			.threads(end.idsBehind())
			.holders(end.ids())
			.chain(end.chain())
			.since(since(end))
			.next(first.isVirtual() ? "Green Threads" : "Threads", "#" + first.ids().get(0));
	}

	/**
	 * Returns since when work has been waiting at most, where nothing better is known.
	 */
	private String age(WaitEnd end) {
		boolean known = end.threads().stream().noneMatch(Standing::isVirtual);
		return known ? "" : this.work.oldest(places(end)).map("; there %s"::formatted).orElse("");
	}

	private @Nullable Duration since(WaitEnd end) {
		Duration time = time(end);
		return time.isZero() ? null : time;
	}

}
