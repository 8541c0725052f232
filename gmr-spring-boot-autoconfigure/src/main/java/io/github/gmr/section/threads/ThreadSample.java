package io.github.gmr.section.threads;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import io.github.gmr.content.thread.ThreadRates;
import io.github.gmr.content.thread.ThreadUsage;
import org.jspecify.annotations.Nullable;

/**
 * A first look at all threads, so that a second one can show what they have done since.
 */
final class ThreadSample {

	private final Map<Long, ThreadInfo> threads = new HashMap<>();

	private final UsageCounters usage;

	private final long start;

	private ThreadSample(ThreadInfo[] threads, UsageCounters usage) {
		for (ThreadInfo thread : threads) {
			this.threads.put(thread.getThreadId(), thread);
		}
		this.usage = usage;
		this.start = System.nanoTime();
	}

	/**
	 * Take the first look and wait.
	 * @param time how long to wait
	 * @return the sample
	 * @throws InterruptedException if the thread is interrupted
	 */
	static ThreadSample over(Duration time) throws InterruptedException {
		ThreadMXBean bean = ManagementFactory.getThreadMXBean();
		ThreadInfo[] threads = bean.dumpAllThreads(false, false, 1);
		ThreadSample sample = new ThreadSample(threads, UsageCounters.read(threads));
		Thread.sleep(time.toMillis());
		return sample;
	}

	/**
	 * Return what a thread has done since.
	 * @param thread the thread now
	 * @param now what it has used
	 * @param time the time of the second look, as of {@link System#nanoTime()}
	 * @return the rates, or {@code null} if it was not there
	 */
	@Nullable ThreadRates rates(ThreadInfo thread, ThreadUsage now, long time) {
		ThreadInfo before = this.threads.get(thread.getThreadId());
		if (before == null) {
			return null;
		}
		ThreadUsage used = this.usage.of(before);
		double nanos = Math.max(1, time - this.start);
		return new ThreadRates(100 * increase(used.cpuNanos(), now.cpuNanos()) / nanos,
				(long) (1e9 * increase(used.allocatedBytes(), now.allocatedBytes()) / nanos),
				Objects.equals(top(before), top(thread)) ? Duration.ofNanos(time - this.start) : Duration.ZERO);
	}

	private static double increase(@Nullable Long before, @Nullable Long now) {
		return (before != null && now != null) ? Math.max(0, now - before) : 0;
	}

	private static @Nullable StackTraceElement top(ThreadInfo thread) {
		return Arrays.stream(thread.getStackTrace()).findFirst().orElse(null);
	}

}
