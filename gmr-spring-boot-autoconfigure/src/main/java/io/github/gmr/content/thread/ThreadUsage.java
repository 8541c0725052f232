package io.github.gmr.content.thread;

import org.jspecify.annotations.Nullable;

/**
 * What a thread has used and how often it had to wait since it was started.
 *
 * @param cpuNanos CPU time in nanoseconds, or {@code null} if the JVM does not tell
 * @param userNanos the part of it in user mode, or {@code null} if the JVM does not tell
 * or was not asked
 * @param allocatedBytes bytes allocated in the heap, or {@code null} if the JVM does not
 * tell
 * @param blocked how often it had to wait for a monitor
 * @param waited how often it waited for another thread
 */
public record ThreadUsage(@Nullable Long cpuNanos, @Nullable Long userNanos, @Nullable Long allocatedBytes,
		long blocked, long waited) {

}
