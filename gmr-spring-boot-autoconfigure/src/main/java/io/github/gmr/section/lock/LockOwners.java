package io.github.gmr.section.lock;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;

import io.github.gmr.content.Check;
import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;
import io.github.gmr.content.thread.LockId;
import io.github.gmr.content.thread.ThreadLock.Owner;
import io.github.gmr.section.activity.ThreadActivities;
import io.github.gmr.section.activity.ThreadActivity;

/**
 * Finds locks whose owners will hardly give them back: those that have ended, and those
 * of a pool that wait for their next task.
 */
public final class LockOwners {

	/**
	 * The check for locks of threads that have ended.
	 */
	public static final Check GONE = new Check("lock-owner-gone");

	/**
	 * The check for locks of threads that have nothing to do.
	 */
	public static final Check IDLE = new Check("lock-owner-idle");

	private final Map<LockId, List<LockWait>> waits = new LinkedHashMap<>();

	private final String title;

	/**
	 * Look at locks.
	 * @param waits which thread waits for which
	 * @param title the title of the section about these threads
	 */
	public LockOwners(List<LockWait> waits, String title) {
		waits.forEach((wait) -> this.waits.computeIfAbsent(wait.lock(), (lock) -> new ArrayList<>()).add(wait));
		this.title = title;
	}

	/**
	 * Look for locks of threads that have ended.
	 * @param lives whether there is a thread of an identifier
	 * @return the result
	 */
	public Check.Result gone(LongPredicate lives) {
		List<Finding> findings = new ArrayList<>();
		this.waits.forEach((lock, waits) -> {
			if (!lives.test(holder(waits).id())) {
				findings.add(describe(Content.critical("%d threads wait for %s, and %s, which holds it, has ended",
						waits.size(), lock, LockWait.word(holder(waits))), lock, waits));
			}
		});
		return GONE.of(findings);
	}

	/**
	 * Look for locks of threads that wait for their next task, and should have given back
	 * whatever they had for the last one.
	 * @param activities what the threads do
	 * @return the result
	 */
	public Check.Result idle(ThreadActivities activities) {
		List<Finding> findings = new ArrayList<>();
		this.waits.forEach((lock, waits) -> {
			ThreadActivity holder = activities.thread(holder(waits).id());
			if (holder != null && holder.activity().isBetweenTasks()) {
				findings.add(describe(
						Content.warning("%d threads wait for %s, and %s, which holds it, waits for its next task",
								waits.size(), lock, LockWait.word(holder(waits))),
						lock, waits)
					.holders(List.of(holder.id())));
			}
		});
		return IDLE.of(findings);
	}

	private Finding describe(Finding finding, LockId lock, List<LockWait> waits) {
		List<Long> threads = waits.stream().map((wait) -> wait.waiter().id()).toList();
		return finding.subject("lock " + lock)
			.evidence("waiting", waits.size())
			.threads(threads)
			.next(this.title, "#" + threads.get(0));
	}

	private static Owner holder(List<LockWait> waits) {
		return waits.get(0).holder();
	}

}
