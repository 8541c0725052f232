package io.github.gmr.worker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import io.github.gmr.worker.CallSeries.Call;
import io.github.gmr.worker.LeftBehind.RunningTask;
import org.jspecify.annotations.Nullable;

/**
 * The one way to call what may hang: code of the application, a file system, the log. A
 * task runs on another thread, is waited for as long as makes sense, and is interrupted
 * and left behind if it does not come back. Each task has a subject, told from others by
 * identity: as long as a task that was left behind has not come back, no other of the
 * same subject is begun, so that what hangs costs one thread, not one each time.
 * Thread-safe. Never waits without a limit, and throws nothing.
 */
public final class Workers implements Executor {

	/**
	 * Created before it is needed, when there is memory for it.
	 */
	private static final Outcome<?> OUT_OF_MEMORY = new Outcome.Failed<>(new NoMemoryError());

	/**
	 * How long calls may take that come back, where nothing waits for all of them.
	 */
	private static final Duration UNLIMITED = Duration.ofDays(1);

	private static final Duration USUAL = Duration.ofSeconds(2);

	private final Executor threads;

	private final BooleanSupplier scarce;

	private final LeftBehind leftBehind = new LeftBehind();

	/**
	 * Create workers.
	 * @param threads runs tasks on a thread other than the caller's, or rejects them;
	 * such as {@link WorkerThreads}
	 */
	public Workers(Executor threads) {
		this.threads = threads;
		this.scarce = (threads instanceof WorkerThreads workers) ? workers::areScarce : () -> false;
	}

	/**
	 * Run a task and wait for it. It gets the caller's context class loader.
	 * @param <T> the type of the result
	 * @param subject what the task is about
	 * @param task the task
	 * @param limit how long to wait for it
	 * @return what became of it; timed out also if the caller was interrupted meanwhile,
	 * which it still is then
	 */
	public <T extends @Nullable Object> Outcome<T> attempt(Object subject, Callable<T> task, Duration limit) {
		try {
			RunningTask earlier = this.leftBehind.get(subject);
			return (earlier != null) ? new Outcome.Busy<>(earlier.stack()) : call(subject, task, limit);
		}
		catch (OutOfMemoryError ex) {
			return outOfMemory();
		}
	}

	/**
	 * Run a task for each of many subjects, as
	 * {@link #attemptEach(List, Function, Question, Duration)} does.
	 * @param <S> the type of the subjects
	 * @param <R> the type of the results
	 * @param subjects the subjects
	 * @param task the task, run for one subject
	 * @param limit how long those that do not come back may keep the caller waiting
	 * altogether
	 * @return what became of each, in the same order
	 */
	public <S, R> List<Outcome<R>> attemptEach(List<? extends S> subjects, Function<S, R> task, Duration limit) {
		return attemptEach(subjects, Function.identity(), task::apply, limit);
	}

	/**
	 * Ask each of many things, one after another on the same thread as long as they come
	 * back: thousands of them cost little more than one. A few may hang, each of which
	 * keeps a thread; beyond {@value CallSeries#MAX_HANGING} the others are not asked.
	 * Within a task that has a limit itself it returns in time to make use of the
	 * answers, of those that come late, too.
	 * @param <S> the type of the things
	 * @param <R> the type of the answers
	 * @param things the things
	 * @param subject returns the subject that stands for a thing, the same each time
	 * @param question what to ask each
	 * @param limit how long those that do not come back may keep the caller waiting
	 * altogether; each may take a third of what is left, or 100 ms
	 * @return what became of each, in the same order
	 */
	public <S, R> List<Outcome<R>> attemptEach(List<? extends S> things, Function<? super S, ?> subject,
			Question<? super S, ? extends R> question, Duration limit) {
		if (things.isEmpty()) {
			return List.of();
		}
		Deadline end = Deadline.ofTask(UNLIMITED);
		List<Call<R>> calls = new ArrayList<>(things.size());
		things.forEach((thing) -> calls.add(new Call<>(subject.apply(thing), () -> question.ask(thing))));
		return new CallSeries<>(this.threads, this.scarce, this.leftBehind, calls, end).run(limit);
	}

	/**
	 * Return how long calls may take that the current thread makes now.
	 * @return the time until the end of the task that it runs itself, but for what it
	 * needs to make use of the answers, or two seconds if it runs none
	 */
	public Duration time() {
		return Deadline.ofTask(USUAL).limit();
	}

	/**
	 * Return whether a task was left behind and has not come back.
	 * @param subject the subject of the task
	 * @return whether it is still running
	 */
	public boolean isBusy(Object subject) {
		return this.leftBehind.get(subject) != null;
	}

	/**
	 * Run a task without waiting for it.
	 * @param task the task
	 * @throws RejectedExecutionException if there is no thread to run it
	 */
	@Override
	public void execute(Runnable task) {
		this.threads.execute(task);
	}

	private <T extends @Nullable Object> Outcome<T> call(Object subject, Callable<T> task, Duration longest) {
		Deadline deadline = Deadline.ofTask(longest);
		Duration limit = deadline.limit();
		PendingCall<T> call = PendingCall.of(task, deadline, (over) -> this.leftBehind.remove(subject, over));
		try {
			this.threads.execute(call);
		}
		catch (RejectedExecutionException ex) {
			return new Outcome.NoWorker<>(String.valueOf(ex.getMessage()));
		}
		return call.await(limit) ? call.outcome() : leave(subject, call, limit);
	}

	private <T extends @Nullable Object> Outcome<T> leave(Object subject, PendingCall<T> call, Duration limit) {
		if (call.withdraw()) {
			return new Outcome.NoWorker<>("no worker began within " + limit.toMillis() + " ms");
		}
		this.leftBehind.add(subject, call.task());
		try {
			return call.givenUp(limit);
		}
		finally {
			call.cancel(true);
		}
	}

	@SuppressWarnings("unchecked")
	private static <T extends @Nullable Object> Outcome<T> outOfMemory() {
		return (Outcome<T>) OUT_OF_MEMORY;
	}

	/**
	 * Asks something of one thing among many.
	 *
	 * @param <S> the type of the things
	 * @param <R> the type of the answers
	 */
	@FunctionalInterface
	public interface Question<S, R> {

		/**
		 * Ask.
		 * @param thing the thing
		 * @return its answer, {@code null} if there is nothing to say
		 * @throws Exception if it fails
		 */
		@Nullable R ask(S thing) throws Exception;

	}

	/**
	 * Has no stack, which would keep the classes of the application that was the first to
	 * come here.
	 */
	private static final class NoMemoryError extends OutOfMemoryError {

		private NoMemoryError() {
			super("no memory to begin the task");
		}

		@Override
		public synchronized Throwable fillInStackTrace() {
			return this;
		}

	}

}
