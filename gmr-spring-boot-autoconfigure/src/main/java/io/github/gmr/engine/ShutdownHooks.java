package io.github.gmr.engine;

import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import io.github.gmr.section.dump.JvmThreads;
import org.jspecify.annotations.Nullable;

/**
 * Knows which shutdown hook the JVM waits for: hooks are threads, and the thread that
 * ends the JVM waits for the end of each, on the object of that thread.
 */
final class ShutdownHooks {

	private static final String CALLER = "java.lang.ApplicationShutdownHooks";

	/**
	 * The frames from the wait to its caller, and some more.
	 */
	private static final int DEPTH = 8;

	private ShutdownHooks() {
	}

	/**
	 * Return the hook that the JVM waits for.
	 * @return the thread, {@code null} if the JVM waits for none
	 */
	@SuppressWarnings("deprecation")
	static @Nullable Thread awaited() {
		List<Thread> threads = JvmThreads.all().toList();
		long[] ids = threads.stream().mapToLong(Thread::getId).toArray();
		return Arrays.stream(ManagementFactory.getThreadMXBean().getThreadInfo(ids, DEPTH))
			.filter(Objects::nonNull)
			.filter(ShutdownHooks::runsHooks)
			.map(ThreadInfo::getLockInfo)
			.filter(Objects::nonNull)
			.flatMap((lock) -> threads.stream().filter((thread) -> is(thread, lock)))
			.findFirst()
			.orElse(null);
	}

	private static boolean runsHooks(ThreadInfo thread) {
		return Arrays.stream(thread.getStackTrace()).anyMatch((frame) -> frame.getClassName().equals(CALLER));
	}

	private static boolean is(Thread thread, LockInfo lock) {
		return System.identityHashCode(thread) == lock.getIdentityHashCode()
				&& thread.getClass().getName().equals(lock.getClassName());
	}

}
