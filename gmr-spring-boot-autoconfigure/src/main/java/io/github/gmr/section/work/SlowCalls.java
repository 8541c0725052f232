package io.github.gmr.section.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.gmr.content.Check;
import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;
import io.github.gmr.content.text.TimeSpan;
import io.github.gmr.section.activity.Activities;
import io.github.gmr.section.activity.ActivityKind;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.scope.ThreadSnapshot;

/**
 * Calls of other processes that have run for long without an answer, or wait for the rest
 * of one, reported once for each process that is called. One or two may wait for
 * something to happen, and an answer that has begun may be a stream.
 */
final class SlowCalls {

	static final Check CHECK = new Check("client-calls-slow");

	private static final int MAX_FINDINGS = 3;

	/**
	 * How many are most likely not meant to wait.
	 */
	private static final int MANY = 3;

	private final Duration limit;

	private final ApplicationCode code;

	private final Map<Wait, List<FollowedWork>> byWait = new LinkedHashMap<>();

	/**
	 * Find the calls.
	 * @param work the running work, the oldest first
	 * @param snapshot all threads
	 * @param limit how long a call may run
	 * @param code knows the application's own frames
	 */
	SlowCalls(List<FollowedWork> work, ThreadSnapshot snapshot, Duration limit, ApplicationCode code) {
		this.limit = limit;
		this.code = code;
		work.stream()
			.filter((call) -> call.call() && !call.lasting() && call.hasRunFor(limit))
			.filter((call) -> !call.answered() || hasStoodStill(call.where(), snapshot) || isReading(call.where()))
			.forEach((call) -> this.byWait.computeIfAbsent(Wait.of(call), (wait) -> new ArrayList<>()).add(call));
	}

	private boolean hasStoodStill(WorkPlace where, ThreadSnapshot snapshot) {
		return where.threadId()
			.map(snapshot::thread)
			.filter((thread) -> snapshot.unmoved(thread).compareTo(this.limit) >= 0)
			.isPresent();
	}

	/**
	 * Whether a virtual thread waits for data now: it has no CPU time by which it could
	 * be known for how long it has stood still.
	 */
	private boolean isReading(WorkPlace where) {
		return where.virtual() && where.isKnown() && isAnswer(new Activities(this.code).of(where.stack()).kind());
	}

	private static boolean isAnswer(ActivityKind kind) {
		return kind == ActivityKind.REMOTE || kind == ActivityKind.SOCKET_READ;
	}

	Check.Result check() {
		return CHECK.of(this.byWait.values()
			.stream()
			.sorted(Comparator.comparing(List<FollowedWork>::size).reversed())
			.limit(MAX_FINDINGS)
			.map(this::finding)
			.toList());
	}

	private Finding finding(List<FollowedWork> calls) {
		FollowedWork oldest = calls.get(0);
		WorkPlace where = calls.stream()
			.map(FollowedWork::where)
			.filter(WorkPlace::isKnown)
			.findFirst()
			.orElse(oldest.where());
		String sentence = sentence(calls, oldest, where);
		return ((calls.size() >= MANY && !oldest.answered()) ? Content.warning("%s", sentence)
				: Content.info("%s", sentence))
			.subject("calls to " + oldest.target())
			.place(this.code.frames(where.stack()))
			.evidence("slow", calls.size())
			.evidence("oldest", oldest.age())
			.threads(calls.stream().flatMap((call) -> call.where().threadId().stream()).toList())
			.since(oldest.age())
			.next(where.section(), where.line());
	}

	/**
	 * Returns words such as {@code "12 calls to payments:443 have no answer after more
	 * than 30 s, the oldest after 2 min"}.
	 */
	private String sentence(List<FollowedWork> calls, FollowedWork oldest, WorkPlace where) {
		String target = oldest.target().isEmpty() ? oldest.kind() : oldest.target();
		if (oldest.answered()) {
			String answer = oldest.where().virtual() ? "wait for the rest of their answer after more than"
					: "have had no more of their answer for";
			return "%d calls to %s %s %s, maybe as that is a stream, at %s".formatted(calls.size(), target, answer,
					TimeSpan.words(this.limit), this.code.place(where.stack()));
		}
		String what = (calls.size() == 1)
				? "A call to %s has no answer after %s".formatted(target, TimeSpan.words(oldest.age()))
				: "%d calls to %s have no answer after more than %s, the oldest after %s".formatted(calls.size(),
						target, TimeSpan.words(this.limit), TimeSpan.words(oldest.age()));
		return what + (where.isKnown() ? ", at " + this.code.place(where.stack()) : where.words());
	}

	/**
	 * What calls have in common that wait for the same.
	 *
	 * @param target what is called
	 * @param answered whether it has begun to answer
	 * @param virtual whether it is not known since when those who wait have stood still
	 */
	private record Wait(String target, boolean answered, boolean virtual) {

		private static Wait of(FollowedWork call) {
			return new Wait(call.target(), call.answered(), call.answered() && call.where().virtual());
		}

	}

}
