package io.github.gmr.section.threads;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import io.github.gmr.content.thread.ThreadRates;
import io.github.gmr.content.thread.ThreadUsage;
import io.github.gmr.section.scope.ThreadSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * The platform threads of this JVM at one instant, by their identifier. Threads that make
 * the report are set apart.
 */
final class PlatformSnapshot implements ThreadSnapshot {

	private final List<ThreadInfo> threads = new ArrayList<>();

	private final List<ThreadInfo> reporters = new ArrayList<>();

	private final UsageCounters usage;

	private final @Nullable ThreadSample sample;

	private final long time;

	private PlatformSnapshot(long time, ThreadInfo[] all, UsageCounters usage, @Nullable ThreadSample sample) {
		this.time = time;
		for (ThreadInfo thread : all) {
			(ReportThreads.contain(thread) ? this.reporters : this.threads).add(thread);
		}
		this.threads.sort(Comparator.comparingLong(ThreadInfo::getThreadId));
		this.usage = usage;
		this.sample = sample;
	}

	/**
	 * Take a snapshot. Owned synchronizers are never asked for: to find them the JVM
	 * walks the whole heap while every thread stands still.
	 * @param maxDepth how many frames of a stack are wanted; one more is taken, to know
	 * whether there are more
	 * @param sample how long to watch the threads beforehand, zero for not at all
	 * @return the snapshot
	 * @throws InterruptedException if the thread is interrupted while it watches
	 */
	static PlatformSnapshot take(int maxDepth, Duration sample) throws InterruptedException {
		ThreadSample before = sample.isZero() ? null : ThreadSample.over(sample);
		ThreadMXBean bean = ManagementFactory.getThreadMXBean();
		long time = System.nanoTime();
		ThreadInfo[] all = bean.dumpAllThreads(true, false, maxDepth + 1);
		return new PlatformSnapshot(time, all, UsageCounters.read(bean, all), before);
	}

	@Override
	public List<ThreadInfo> threads() {
		return this.threads;
	}

	@Override
	public long time() {
		return this.time;
	}

	/**
	 * Return the threads that have used most CPU time while they were watched.
	 * @param max how many
	 * @return words for the threads, such as {@code "98% \"main\" #1"}
	 */
	List<String> busiest(int max) {
		record Busy(ThreadInfo thread, long percent) {
		}
		return this.threads.stream()
			.map((thread) -> new Busy(thread, percent(rates(thread))))
			.filter((busy) -> busy.percent() > 0)
			.sorted(Comparator.comparingLong(Busy::percent).reversed())
			.limit(max)
			.map((busy) -> String.format(Locale.ROOT, "%d%% \"%s\" #%d", busy.percent(), busy.thread().getThreadName(),
					busy.thread().getThreadId()))
			.toList();
	}

	private static long percent(@Nullable ThreadRates rates) {
		return (rates != null) ? Math.round(rates.cpuPercent()) : 0;
	}

	List<ThreadInfo> reporters() {
		return this.reporters;
	}

	ThreadUsage usage(ThreadInfo thread) {
		return this.usage.of(thread);
	}

	/**
	 * Return what a thread has done while it was watched.
	 * @param thread the thread
	 * @return the rates, or {@code null} if it was not watched
	 */
	@Nullable ThreadRates rates(ThreadInfo thread) {
		return (this.sample != null) ? this.sample.rates(thread, usage(thread), this.time) : null;
	}

}
