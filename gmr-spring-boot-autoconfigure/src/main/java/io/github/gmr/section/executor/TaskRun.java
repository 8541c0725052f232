package io.github.gmr.section.executor;

import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.List;

import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.scope.Progress;
import io.github.gmr.section.scope.ThreadSnapshot;

/**
 * A run of a scheduled task: where its thread stands, and how it gets on. Known of
 * methods that a platform thread runs.
 *
 * @param thread the identifier of the thread, none if it is not known
 * @param frames where it stands in code of the application
 * @param progress how it gets on
 */
record TaskRun(List<Long> thread, List<String> frames, Progress progress) {

	/**
	 * Of a task that does not run, or of which the thread is not known.
	 */
	static final TaskRun UNKNOWN = new TaskRun(List.of(), List.of(), Progress.UNKNOWN);

	/**
	 * By these frames the scheduler is known.
	 */
	private static final String SCHEDULER = "org.springframework.scheduling.";

	/**
	 * Find the run of a task.
	 * @param task the method, such as {@code "com.acme.Cleanup.run"}
	 * @param time for how long it has been running
	 * @param snapshot all threads
	 * @param code knows the application's own frames
	 * @return the run
	 */
	static TaskRun of(String task, Duration time, ThreadSnapshot snapshot, ApplicationCode code) {
		for (ThreadInfo thread : snapshot.threads()) {
			if (runs(thread.getStackTrace(), task)) {
				return new TaskRun(List.of(thread.getThreadId()), code.frames(thread.getStackTrace()),
						snapshot.progress(thread, time));
			}
		}
		return UNKNOWN;
	}

	private static boolean runs(StackTraceElement[] stack, String task) {
		boolean within = false;
		for (StackTraceElement frame : stack) {
			if (within && frame.getClassName().startsWith(SCHEDULER)) {
				return true;
			}
			within |= isMethod(frame, task);
		}
		return false;
	}

	private static boolean isMethod(StackTraceElement frame, String task) {
		int type = frame.getClassName().length();
		return task.startsWith(frame.getClassName()) && task.startsWith(".", type)
				&& task.length() == type + 1 + frame.getMethodName().length() && task.endsWith(frame.getMethodName());
	}

	/**
	 * Describe it.
	 * @return words such as {@code ", has not moved for 4 min, at
	 * com.acme.Cleanup.run(Cleanup.java:17)"}, empty if nothing is known
	 */
	String words() {
		String progress = this.progress.words();
		return "%s%s%s%s".formatted(progress.isEmpty() ? "" : ", ", progress, this.frames.isEmpty() ? "" : ", at ",
				this.frames.isEmpty() ? "" : this.frames.get(0));
	}

	/**
	 * Make a finding of it. What moves takes long, but gets on.
	 * @param sentence what is wrong
	 * @return the finding
	 */
	Finding finding(String sentence) {
		Finding finding = this.progress.isMoving() ? Content.info("%s%s", sentence, words())
				: Content.warning("%s%s", sentence, words());
		return finding.place(this.frames).threads(this.thread);
	}

}
