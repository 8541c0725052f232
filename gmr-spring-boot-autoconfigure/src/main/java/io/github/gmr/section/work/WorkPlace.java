package io.github.gmr.section.work;

import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.Optional;

import io.github.gmr.section.scope.Progress;
import io.github.gmr.section.scope.ThreadSnapshot;
import io.github.gmr.section.work.Work.Turn;
import org.jspecify.annotations.Nullable;

/**
 * Where work stands at one instant.
 *
 * @param thread the thread that does it, {@code null} if there is none or it is not known
 * @param virtual whether that is no platform thread
 * @param stack where that thread is, empty if it is not known
 * @param progress how the work gets on
 */
public record WorkPlace(@Nullable Thread thread, boolean virtual, StackTraceElement[] stack, Progress progress) {

	/**
	 * The place of work that has no thread, or whose thread is not known.
	 */
	public static final WorkPlace NOWHERE = new WorkPlace(null, false, new StackTraceElement[0], Progress.UNKNOWN);

	/**
	 * The work has been handed on, and it is not known to which thread, if any.
	 */
	private static final String ASYNCHRONOUS = "asynchronously";

	/**
	 * Find the place of some work. Threads that the snapshot does not have are virtual:
	 * each costs a look at its stack.
	 * @param work the work
	 * @param snapshot the threads
	 * @return the place
	 */
	public static WorkPlace of(Work work, ThreadSnapshot snapshot) {
		Turn turn = work.turn();
		if (turn == null) {
			return NOWHERE;
		}
		ThreadInfo platform = platform(turn, snapshot);
		Progress progress = (platform != null)
				? snapshot.progress(platform, Duration.ofNanos(snapshot.time() - turn.since())) : Progress.UNKNOWN;
		return new WorkPlace(turn.thread(), platform == null, stack(work, turn, platform, snapshot), progress);
	}

	/**
	 * Returns the stack of the thread, provided that it has done this work only when the
	 * stack was seen.
	 */
	private static StackTraceElement[] stack(Work work, Turn turn, @Nullable ThreadInfo platform,
			ThreadSnapshot snapshot) {
		if (turn.since() > snapshot.time()) {
			return NOWHERE.stack();
		}
		StackTraceElement[] stack = (platform != null) ? platform.getStackTrace() : turn.thread().getStackTrace();
		return turn.isSameAs(work.turn()) ? stack : NOWHERE.stack();
	}

	@SuppressWarnings("deprecation")
	private static @Nullable ThreadInfo platform(Turn turn, ThreadSnapshot snapshot) {
		return snapshot.thread(turn.thread().getId());
	}

	/**
	 * Return the thread.
	 * @return its name and identifier, or words that say that it is not known
	 */
	@SuppressWarnings("deprecation")
	public String threadName() {
		return (this.thread != null) ? this.thread.getName() + " #" + this.thread.getId() : ASYNCHRONOUS;
	}

	/**
	 * Return the thread.
	 * @return its identifier, empty if there is none
	 */
	@SuppressWarnings("deprecation")
	public Optional<Long> threadId() {
		return Optional.ofNullable(this.thread).map(Thread::getId);
	}

	/**
	 * Return on which thread it is.
	 * @return words such as {@code " on exec-3 #42"} or {@code ", asynchronously"}
	 */
	public String words() {
		return ((this.thread != null) ? " on " : ", ") + threadName();
	}

	/**
	 * Return the section that shows the thread.
	 * @return the title of the section
	 */
	public String section() {
		return this.virtual ? "Green Threads" : "Threads";
	}

	/**
	 * Return the line of that section to look at.
	 * @return the identifier, such as {@code "#42"}, or {@code null} if there is none
	 */
	public @Nullable String line() {
		return threadId().map((id) -> "#" + id).orElse(null);
	}

	/**
	 * Return whether it is known where the thread is.
	 * @return whether there is a stack
	 */
	public boolean isKnown() {
		return this.stack.length != 0;
	}

}
