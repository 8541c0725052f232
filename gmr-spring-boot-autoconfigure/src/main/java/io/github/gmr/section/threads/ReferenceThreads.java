package io.github.gmr.section.threads;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.LongFunction;

import io.github.gmr.content.Check;
import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;
import io.github.gmr.section.activity.ApplicationCode;
import org.jspecify.annotations.Nullable;

/**
 * The threads of the JDK that clean up after objects that are not used any more: that of
 * finalizers, those of cleaners, and the one that hands objects to both. Each does one
 * thing after the other, so that one that does not end keeps all that follow.
 */
final class ReferenceThreads {

	static final Check CHECK = new Check("finalizer-stuck");

	private static final String FINALIZER = "java.lang.ref.Finalizer$FinalizerThread";

	private static final Set<String> ENTRANCES = Set.of(FINALIZER, "java.lang.ref.Reference$ReferenceHandler",
			"jdk.internal.ref.CleanerImpl");

	private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

	private static final ApplicationCode CODE = new ApplicationCode(List.of());

	private static final long SECOND_LOOK_MILLIS = 100;

	private final LongFunction<@Nullable ThreadInfo> again;

	private final IntSupplier pending;

	/**
	 * Create them for this JVM.
	 * @param maxDepth how many frames of a stack are known
	 */
	ReferenceThreads(int maxDepth) {
		this((id) -> ManagementFactory.getThreadMXBean().getThreadInfo(id, maxDepth + 1),
				ManagementFactory.getMemoryMXBean()::getObjectPendingFinalizationCount);
	}

	/**
	 * Create them.
	 * @param again looks at a thread once more
	 * @param pending returns how many objects wait to be finalized
	 */
	ReferenceThreads(LongFunction<@Nullable ThreadInfo> again, IntSupplier pending) {
		this.again = again;
		this.pending = pending;
	}

	/**
	 * Look whether one of them stands in code that is not the JDK's, and does so still a
	 * moment later.
	 * @param threads all threads
	 * @return the result
	 * @throws InterruptedException if the thread is interrupted
	 */
	Check.Result check(List<ThreadInfo> threads) throws InterruptedException {
		List<ThreadInfo> suspicious = threads.stream().filter(ReferenceThreads::isSuspicious).toList();
		if (!suspicious.isEmpty()) {
			TimeUnit.MILLISECONDS.sleep(SECOND_LOOK_MILLIS);
		}
		return CHECK.of(suspicious.stream().filter(this::isUnmoved).map(this::finding).toList());
	}

	private static boolean isSuspicious(ThreadInfo thread) {
		StackTraceElement[] stack = thread.getStackTrace();
		return Arrays.stream(stack).anyMatch((frame) -> ENTRANCES.contains(frame.getClassName()))
				&& Arrays.stream(stack).anyMatch((frame) -> JDK.stream().noneMatch(frame.getClassName()::startsWith));
	}

	private boolean isUnmoved(ThreadInfo thread) {
		ThreadInfo now = this.again.apply(thread.getThreadId());
		return now != null && now.getWaitedCount() == thread.getWaitedCount()
				&& now.getBlockedCount() == thread.getBlockedCount()
				&& Arrays.equals(now.getStackTrace(), thread.getStackTrace());
	}

	private Finding finding(ThreadInfo thread) {
		boolean finalizer = Arrays.stream(thread.getStackTrace())
			.anyMatch((frame) -> FINALIZER.equals(frame.getClassName()));
		int waiting = finalizer ? this.pending.getAsInt() : 0;
		String words = "\"%s\" #%d, which cleans up after objects that are not used any more, stands at %s%s".formatted(
				thread.getThreadName(), thread.getThreadId(), CODE.place(thread.getStackTrace()),
				finalizer ? ": %d objects wait for it".formatted(waiting) : "");
		boolean waits = thread.getThreadState() == Thread.State.WAITING
				|| thread.getThreadState() == Thread.State.BLOCKED;
		boolean harms = finalizer ? waiting > 0 : waits;
		return (harms ? Content.warning("%s", words) : Content.info("%s", words)).subject(thread.getThreadName())
			.place(CODE.frames(thread.getStackTrace()))
			.evidence("waiting", waiting)
			.threads(List.of(thread.getThreadId()))
			.next(ThreadsSection.TITLE, "#" + thread.getThreadId());
	}

}
