package io.github.gmr.section.lock;

import java.util.List;
import java.util.Optional;

import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.content.thread.ThreadLock.Owner;
import io.github.gmr.section.activity.SignificantFrame;

/**
 * Knows where threads stand, as far as the groups of a dump hold them.
 *
 * @param groups the groups
 */
public record Whereabouts(List<StackGroup> groups) {

	/**
	 * Describe a thread and where it stands.
	 * @param thread the thread
	 * @return words such as {@code "exec-1" #31 at com.acme.Orders.save(Orders.java:41)}
	 */
	String of(Owner thread) {
		return LockWait.word(thread) + group(thread).map(Whereabouts::place).orElse("");
	}

	/**
	 * Describe a thread, its state and where it stands.
	 * @param thread the thread
	 * @return words such as
	 * {@code "exec-1" #31, RUNNABLE at com.acme.Orders.save(Orders.java:41)}
	 */
	public String withState(Owner thread) {
		return LockWait.word(thread)
				+ group(thread).map((group) -> ((group.state() != null) ? ", " + group.state() : "") + place(group))
					.orElse("");
	}

	private Optional<StackGroup> group(Owner thread) {
		return this.groups.stream()
			.filter((group) -> group.threads().stream().anyMatch((entry) -> entry.id() == thread.id()))
			.findFirst();
	}

	private static String place(StackGroup group) {
		return " at " + SignificantFrame.of(group.frames());
	}

}
