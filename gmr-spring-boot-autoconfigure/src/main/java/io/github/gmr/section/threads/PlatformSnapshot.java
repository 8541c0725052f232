package io.github.gmr.section.threads;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.github.gmr.content.thread.ThreadRates;
import io.github.gmr.content.thread.ThreadUsage;
import io.github.gmr.section.pulse.OtherThreads;
import io.github.gmr.section.pulse.ThreadHistory;
import io.github.gmr.section.pulse.ThreadHistory.Motions;
import io.github.gmr.section.pulse.ThreadMotion;
import io.github.gmr.section.pulse.ThreadMotion.Pace;
import io.github.gmr.section.scope.Progress;
import io.github.gmr.section.scope.Progress.Kind;
import io.github.gmr.section.scope.SecondLook;
import io.github.gmr.section.scope.ThreadSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * The platform threads of this JVM at one instant, by their identifier. Threads that make
 * the report are set apart.
 */
final class PlatformSnapshot implements ThreadSnapshot {

	/**
	 * So long after the first look the second one is taken.
	 */
	private static final Duration PAUSE = Duration.ofMillis(100);

	private static final int MAX_AGAIN = 64;

	/**
	 * What threads use that Java does not list is of interest from there on.
	 */
	private static final int MUCH_PERCENT = 10;

	private final List<ThreadInfo> threads = new ArrayList<>();

	private final List<ThreadInfo> reporters = new ArrayList<>();

	private final UsageCounters usage;

	private final Motions motions;

	private final @Nullable ThreadSample sample;

	private final long time;

	private final long taken = System.nanoTime();

	private PlatformSnapshot(ThreadInfo[] all, UsageCounters usage, Motions motions, @Nullable ThreadSample sample) {
		this.time = motions.time();
		for (ThreadInfo thread : all) {
			(ReportThreads.contain(thread) ? this.reporters : this.threads).add(thread);
		}
		this.threads.sort(Comparator.comparingLong(ThreadInfo::getThreadId));
		this.usage = usage;
		this.motions = motions;
		this.sample = sample;
	}

	/**
	 * Take a snapshot. Owned synchronizers are never asked for: to find them the JVM
	 * walks the whole heap while every thread stands still.
	 * @param maxDepth how many frames of a stack are wanted; one more is taken, to know
	 * whether there are more
	 * @param sample how long to watch the threads beforehand, zero for not at all
	 * @param history knows what they have done before
	 * @return the snapshot
	 * @throws InterruptedException if the thread is interrupted while it watches
	 */
	static PlatformSnapshot take(int maxDepth, Duration sample, ThreadHistory history) throws InterruptedException {
		ThreadSample before = sample.isZero() ? null : ThreadSample.over(sample);
		Motions motions = history.motions(System.nanoTime());
		ThreadInfo[] all = ManagementFactory.getThreadMXBean().dumpAllThreads(true, false, maxDepth + 1);
		return new PlatformSnapshot(all, UsageCounters.read(all), motions, before);
	}

	@Override
	public List<ThreadInfo> threads() {
		return this.threads;
	}

	@Override
	public @Nullable ThreadInfo thread(long id) {
		int first = 0;
		int end = this.threads.size();
		while (first < end) {
			int middle = (first + end) >>> 1;
			if (this.threads.get(middle).getThreadId() < id) {
				first = middle + 1;
			}
			else {
				end = middle;
			}
		}
		return (first < this.threads.size() && this.threads.get(first).getThreadId() == id) ? this.threads.get(first)
				: null;
	}

	@Override
	public long time() {
		return this.time;
	}

	/**
	 * Return the threads that have used most CPU time lately.
	 * @param max how many
	 * @return words for the threads, such as {@code "98 % of a CPU, 12 MB/s: \"main\" #1
	 * at com.acme.Main.run(Main.java:12)"}, and for those together that Java does not
	 * list, if they have used much
	 */
	List<String> busiest(int max) {
		List<BusyThread> busiest = mostBusy(max);
		List<String> words = new ArrayList<>(busiest.stream().map(BusyThread::words).toList());
		OtherThreads others = this.motions.others();
		long busier = busiest.stream().filter((thread) -> thread.percent() > others.cpuPercent()).count();
		words.add((int) busier, BusyThread.words(others));
		if (others.cpuPercent() < MUCH_PERCENT) {
			words.remove((int) busier);
		}
		return words;
	}

	private List<BusyThread> mostBusy(int max) {
		return this.threads.stream()
			.map((thread) -> new BusyThread(thread, rates(thread)))
			.filter((busy) -> busy.percent() > 0)
			.sorted(Comparator.comparingLong(BusyThread::percent).reversed())
			.limit(max)
			.toList();
	}

	List<ThreadInfo> reporters() {
		return this.reporters;
	}

	ThreadUsage usage(ThreadInfo thread) {
		return this.usage.of(thread);
	}

	@Override
	public Duration unmoved(ThreadInfo thread) {
		ThreadMotion motion = motion(thread);
		return (motion != null && motion.pace() == Pace.STILL) ? motion.time() : Duration.ZERO;
	}

	@Override
	public Duration steady(ThreadInfo thread) {
		ThreadMotion motion = motion(thread);
		return (motion != null && motion.pace() != Pace.MOVING) ? motion.time() : Duration.ZERO;
	}

	@Override
	public SecondLook again(Collection<Long> threads) throws InterruptedException {
		long[] ids = threads.stream()
			.filter((id) -> thread(id) != null)
			.mapToLong(Long::longValue)
			.limit(MAX_AGAIN)
			.toArray();
		if (ids.length > 0) {
			TimeUnit.NANOSECONDS.sleep(this.taken + PAUSE.toNanos() - System.nanoTime());
		}
		ThreadInfo[] now = ManagementFactory.getThreadMXBean().getThreadInfo(ids);
		Set<Long> seen = new HashSet<>();
		Set<Long> moved = new HashSet<>();
		for (int i = 0; i < ids.length; i++) {
			seen.add(ids[i]);
			if (hasMoved(thread(ids[i]), now[i])) {
				moved.add(ids[i]);
			}
		}
		return new SecondLook(seen, moved);
	}

	@Override
	public Progress progress(ThreadInfo thread, Duration work) {
		ThreadMotion motion = motion(thread);
		if (motion == null || work.compareTo(this.motions.span()) < 0) {
			return Progress.UNKNOWN;
		}
		Duration time = (motion.time().compareTo(work) < 0) ? motion.time() : work;
		return new Progress(kind(thread, motion.pace()), motion.cpuPercent(), time);
	}

	private Kind kind(ThreadInfo thread, Pace pace) {
		return switch (pace) {
			case STILL -> movesNow(thread.getThreadId()) ? Kind.MOVING : Kind.UNMOVED;
			case MOVING -> Kind.MOVING;
			case BUSY -> Kind.BUSY;
		};
	}

	private boolean movesNow(long id) {
		try {
			return again(List.of(id)).isMovedAny(List.of(id));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private static boolean hasMoved(@Nullable ThreadInfo before, @Nullable ThreadInfo now) {
		return before == null || now == null || before.getWaitedCount() != now.getWaitedCount()
				|| before.getBlockedCount() != now.getBlockedCount() || before.getThreadState() != now.getThreadState();
	}

	/**
	 * Return what a thread has done lately.
	 * @param thread the thread
	 * @return the rates, or {@code null} if they are not known
	 */
	@Nullable ThreadRates rates(ThreadInfo thread) {
		if (this.sample != null) {
			return this.sample.rates(thread, usage(thread), this.time);
		}
		return rates(motion(thread));
	}

	/**
	 * Return what a thread has done since the pulse first saw it.
	 * @param thread the thread
	 * @return what it has done, or {@code null} if that is not known
	 */
	@Nullable ThreadMotion motion(ThreadInfo thread) {
		ThreadUsage now = usage(thread);
		return (now.cpuNanos() != null && now.allocatedBytes() != null) ? this.motions.of(thread.getThreadId(),
				now.cpuNanos(), now.allocatedBytes(), now.blocked() + now.waited()) : null;
	}

	private static @Nullable ThreadRates rates(@Nullable ThreadMotion motion) {
		return (motion != null) ? new ThreadRates(motion.cpuPercent(), motion.allocatedBytesPerSecond(),
				(motion.pace() == Pace.STILL) ? motion.time() : Duration.ZERO) : null;
	}

}
