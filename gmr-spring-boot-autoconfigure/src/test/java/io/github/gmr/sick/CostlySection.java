package io.github.gmr.sick;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import io.github.gmr.content.Content;
import io.github.gmr.section.ReportSection;
import io.github.gmr.section.hotspot.DiagnosticCommand;
import org.jspecify.annotations.Nullable;

/**
 * What a section must not do, as all threads stand still for it, or it takes much of the
 * heap.
 */
enum CostlySection {

	DUMPS_THREADS(() -> threads().dumpAllThreads(false, false, 1).length),

	LOOKS_AT_EACH_THREAD(() -> each().mapToInt((thread) -> thread.getStackTrace().length).sum()),

	LOOKS_FOR_DEADLOCKS(() -> threads().findDeadlockedThreads() != null),

	COUNTS_OBJECTS(() -> DiagnosticCommand.run("gcClassHistogram", "-all").length()),

	COLLECTS_GARBAGE(() -> {
		System.gc();
		return "done";
	}),

	WRITES_DUMP(() -> DiagnosticCommand.run("threadDumpToFile", "-overwrite", "/dev/null")),

	ALLOCATES(() -> Stream.generate(() -> new byte[1024 * 1024]).limit(32).mapToInt((bytes) -> bytes.length).sum());

	private static volatile @Nullable CostlySection chosen;

	private final Callable<?> work;

	CostlySection(Callable<?> work) {
		this.work = work;
	}

	/**
	 * Return the section of the application.
	 * @return does what was chosen, once
	 */
	static ReportSection chosen() {
		return () -> {
			CostlySection section = chosen;
			chosen = null;
			return (section != null) ? Content.text("cost: " + section.work.call()) : null;
		};
	}

	/**
	 * Choose what the section of the application does in the next report.
	 * @param name the name of a constant
	 */
	static void choose(String name) {
		chosen = valueOf(name);
	}

	/**
	 * Return whether this JDK can do it.
	 * @return whether it can
	 */
	boolean isPossible() {
		return this != WRITES_DUMP || Runtime.version().feature() >= 21;
	}

	private static ThreadMXBean threads() {
		return ManagementFactory.getThreadMXBean();
	}

	private static Stream<Thread> each() {
		Thread[] threads = new Thread[Thread.activeCount()];
		return Stream.of(threads).limit(Thread.enumerate(threads));
	}

}
