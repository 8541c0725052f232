package io.github.gmr.section.scope;

import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The platform threads of this JVM at one instant, but for those that make the report.
 * Immutable, so sections on several threads may share it. For built-in sections.
 */
public interface ThreadSnapshot {

	/**
	 * Return the threads.
	 * @return the threads by their identifier
	 */
	List<ThreadInfo> threads();

	/**
	 * Return the instant, or one just before.
	 * @return the time of {@link System#nanoTime()}
	 */
	long time();

	/**
	 * Return for how long a thread has stood still.
	 * @param thread one of these threads
	 * @return the time at least, zero if it has moved or that is not known
	 */
	default Duration unmoved(ThreadInfo thread) {
		return Duration.ZERO;
	}

	/**
	 * Return for how long a thread has stood still, or has used a processor without a
	 * pause.
	 * @param thread one of these threads
	 * @return the time at least, zero if neither is so or that is not known
	 */
	default Duration steady(ThreadInfo thread) {
		return unmoved(thread);
	}

	/**
	 * Return how the work of a thread gets on. Where it seems to stand still the thread
	 * is looked at once more, as by {@link #again(Collection)}.
	 * @param thread one of these threads
	 * @param work for how long it has done the work: what it did before does not count
	 * @return how, {@link Progress#UNKNOWN} if the thread was not looked at since then
	 */
	default Progress progress(ThreadInfo thread, Duration work) {
		return Progress.UNKNOWN;
	}

	/**
	 * Look at some threads once more, without their stacks, a while after the snapshot
	 * was taken. If that is not long ago the caller is kept waiting for 100 ms at most.
	 * @param threads the identifiers of the threads; of many, only the first 64 of this
	 * snapshot are looked at
	 * @return what they have done meanwhile
	 * @throws InterruptedException if the thread is interrupted while it waits
	 */
	default SecondLook again(Collection<Long> threads) throws InterruptedException {
		return SecondLook.NONE;
	}

	/**
	 * Return one thread.
	 * @param id its identifier
	 * @return the thread, or {@code null} if there is no such platform thread
	 */
	default @Nullable ThreadInfo thread(long id) {
		return threads().stream().filter((thread) -> thread.getThreadId() == id).findFirst().orElse(null);
	}

}
