package io.github.gmr.section.activity;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.content.thread.ThreadEntry;
import io.github.gmr.content.thread.VirtualThreadFacts;
import io.github.gmr.section.scope.Progress;
import io.github.gmr.section.scope.SecondLook;
import io.github.gmr.section.scope.ThreadSnapshot;

import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Snapshots of threads, real ones and such that stand wherever a test wants them.
 */
public final class Stacks {

	private Stacks() {
	}

	/**
	 * Return what all threads of this JVM do, as seen at a time of a test's own clock.
	 */
	public static ThreadSnapshot now(long time) {
		return of(time, List.of(ManagementFactory.getThreadMXBean().dumpAllThreads(true, false)));
	}

	public static ThreadSnapshot of(long time, List<ThreadInfo> threads) {
		return of(time, threads, Progress.UNKNOWN);
	}

	/**
	 * Return threads the work of which gets on in some way.
	 */
	public static ThreadSnapshot of(long time, List<ThreadInfo> threads, Progress progress) {
		return of(time, threads, progress, Duration.ZERO);
	}

	/**
	 * Return threads the work of which gets on in some way, and that have stood still for
	 * some time.
	 */
	public static ThreadSnapshot of(long time, List<ThreadInfo> threads, Progress progress, Duration still) {
		return new ThreadSnapshot() {

			@Override
			public List<ThreadInfo> threads() {
				return threads;
			}

			@Override
			public long time() {
				return time;
			}

			@Override
			public Progress progress(ThreadInfo thread, Duration work) {
				return progress;
			}

			@Override
			public Duration unmoved(ThreadInfo thread) {
				return still;
			}

		};
	}

	/**
	 * Return threads of which some move.
	 * @param moved the identifiers of those that do
	 */
	public static ThreadSnapshot moving(Set<Long> moved, ThreadInfo... threads) {
		ThreadSnapshot still = of(0, List.of(threads));
		return new ThreadSnapshot() {

			@Override
			public List<ThreadInfo> threads() {
				return still.threads();
			}

			@Override
			public long time() {
				return still.time();
			}

			@Override
			public SecondLook again(Collection<Long> threads) {
				return new SecondLook(Set.copyOf(threads), moved);
			}

		};
	}

	/**
	 * Return what threads do, as code of {@code com.acme} calls it.
	 * @param executors know which executors they belong to
	 */
	public static ThreadActivities activities(List<ThreadInfo> threads, ThreadExecutors executors) {
		List<StackGroup> groups = threads.stream().map((thread) -> {
			ThreadEntry entry = new ThreadEntry(thread.getThreadId(), thread.getThreadName(),
					new VirtualThreadFacts(null, null), List.of());
			return new StackGroup(thread.getThreadState().name(), 1, List.of(entry),
					ApplicationCode.words(thread.getStackTrace()), false);
		}).toList();
		return new ThreadActivities(groups, new ApplicationCode(List.of("com.acme")), executors);
	}

	/**
	 * Return a thread with a stack.
	 * @param id its identifier
	 * @param frames the frames, such as {@code "com.acme.Orders.find"}, the topmost first
	 */
	public static ThreadInfo thread(long id, String... frames) {
		ThreadInfo thread = mock(ThreadInfo.class);
		given(thread.getThreadId()).willReturn(id);
		given(thread.getThreadName()).willReturn("thread-" + id);
		given(thread.getThreadState()).willReturn(Thread.State.WAITING);
		given(thread.getStackTrace())
			.willReturn(Arrays.stream(frames).map(Stacks::frame).toArray(StackTraceElement[]::new));
		return thread;
	}

	/**
	 * Return virtual threads of one stack.
	 * @param size how many there are
	 * @param frames the frames, such as {@code "com.acme.Orders.find(Orders.java:41)"}
	 */
	public static StackGroup group(long size, String... frames) {
		ThreadEntry first = new ThreadEntry(100, "", new VirtualThreadFacts(null, null), List.of());
		return new StackGroup("WAITING", size, List.of(first), List.of(frames), false);
	}

	private static StackTraceElement frame(String frame) {
		int dot = frame.lastIndexOf('.');
		String type = frame.substring(0, dot);
		return new StackTraceElement(type, frame.substring(dot + 1),
				type.substring(type.lastIndexOf('.') + 1) + ".java", 41);
	}

}
