package io.github.gmr.section.bean;

import java.util.List;

import io.github.gmr.content.Failure;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.worker.Outcome;
import io.github.gmr.worker.Outcome.Busy;
import io.github.gmr.worker.Outcome.Done;
import io.github.gmr.worker.Outcome.Failed;
import io.github.gmr.worker.Outcome.NoWorker;
import io.github.gmr.worker.Outcome.TimedOut;
import io.github.gmr.worker.Workers;
import org.jspecify.annotations.Nullable;

/**
 * What one of many things of the application has answered.
 *
 * @param <R> the type of the answers
 * @param name the name of the thing
 * @param outcome its answer, or why there is none
 */
public record Reading<R>(String name, Outcome<R> outcome) {

	/**
	 * Return the answer.
	 * @return the answer, {@code null} if there is none
	 */
	public @Nullable R answer() {
		return (this.outcome instanceof Done<R> done) ? done.value() : null;
	}

	/**
	 * Return why there is no answer.
	 * @return the failure, {@code null} if there is an answer
	 */
	public @Nullable Failure silence() {
		if (this.outcome instanceof Failed<R> failed) {
			return failed.failure();
		}
		if (this.outcome instanceof TimedOut<R> timedOut) {
			return stuck("timed out", timedOut.stack());
		}
		if (this.outcome instanceof Busy<R> busy) {
			return stuck("still running", busy.stack());
		}
		return isNotAsked() ? new Failure("not asked", this.outcome.reason(), List.of(), null) : null;
	}

	/**
	 * Return whether the thing hangs, now or since an earlier report.
	 * @return whether it has not come back
	 */
	boolean isHanging() {
		return this.outcome instanceof TimedOut || this.outcome instanceof Busy;
	}

	/**
	 * Return whether the thing was left alone, as others hang.
	 * @return whether it was not asked
	 */
	boolean isNotAsked() {
		return this.outcome instanceof NoWorker;
	}

	/**
	 * Returns where the thing hangs, without how it was called: that is the same for all.
	 */
	private Failure stuck(String error, List<StackTraceElement> whole) {
		List<StackTraceElement> stack = whole.stream().takeWhile(Reading::isAsked).toList();
		String place = stack.isEmpty() ? ""
				: ", stuck at " + ApplicationCode.standing(stack.toArray(StackTraceElement[]::new));
		return Failure.at(error, this.outcome.reason() + place, stack);
	}

	private static boolean isAsked(StackTraceElement frame) {
		return !frame.getClassName().startsWith(Workers.class.getPackageName());
	}

}
