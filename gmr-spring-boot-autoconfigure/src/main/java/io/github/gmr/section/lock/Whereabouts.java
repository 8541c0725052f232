package io.github.gmr.section.lock;

import java.util.List;
import java.util.Optional;

import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.content.thread.ThreadLock.Owner;
import io.github.gmr.section.activity.SignificantFrame;
import io.github.gmr.section.activity.ThreadActivities;
import io.github.gmr.section.activity.ThreadActivity;

/**
 * Knows where threads stand, as far as the groups of a dump hold them.
 *
 * @param groups the groups
 * @param activities what the threads do, and where in code of the application
 */
public record Whereabouts(List<StackGroup> groups, ThreadActivities activities) {

	/**
	 * Describe a thread and where it stands.
	 * @param thread the thread
	 * @return words such as {@code "exec-1" #31 at com.acme.Orders.save(Orders.java:41)}
	 */
	String of(Owner thread) {
		return LockWait.word(thread) + group(thread).map((group) -> place(thread, group)).orElse("");
	}

	/**
	 * Describe a thread, its state and where it stands.
	 * @param thread the thread
	 * @return words such as
	 * {@code "exec-1" #31, RUNNABLE at com.acme.Orders.save(Orders.java:41)}
	 */
	public String withState(Owner thread) {
		return LockWait.word(thread) + group(thread)
			.map((group) -> ((group.state() != null) ? ", " + group.state() : "") + place(thread, group))
			.orElse("");
	}

	private Optional<StackGroup> group(Owner thread) {
		return this.groups.stream()
			.filter((group) -> group.threads().stream().anyMatch((entry) -> entry.id() == thread.id()))
			.findFirst();
	}

	private String place(Owner thread, StackGroup group) {
		String standing = SignificantFrame.of(group.frames());
		ThreadActivity known = this.activities.thread(thread.id());
		String own = (known != null && known.activity().own()) ? known.activity().place() : standing;
		return " at " + standing + (own.equals(standing) ? "" : ", called at " + own);
	}

}
