package io.github.gmr.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.gmr.ReportUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * Lets one piece of work run at a time and one wait. Requests that arrive while one waits
 * to run, or has not closed its batch yet, share its result; later ones share the next,
 * as what runs has begun too early to answer them. Thread-safe.
 *
 * @param <R> the type of the result
 */
final class RequestCoalescer<R> {

	private static final int MAX_REQUESTS = 100;

	private final ReentrantLock running = new ReentrantLock(true);

	private @Nullable Batch<R> open;

	/**
	 * Ask for a result, together with all others who ask before the work closes its
	 * batch.
	 * @param requests who asks
	 * @param patience how long to wait for what already runs
	 * @param work does the work for a batch, which it closes when it is too late for
	 * further requests
	 * @return the result
	 * @throws ReportUnavailableException if it takes too long
	 */
	R share(List<ReportRequest> requests, Duration patience, Function<Batch<R>, R> work) {
		Batch<R> mine = new Batch<>(this);
		Batch<R> joined = enlist(mine, requests);
		return (joined == mine) ? run(mine, patience, work) : await(joined, patience.plus(patience));
	}

	/**
	 * Run something alone, while no work for a batch runs.
	 * @param <T> the type of the result
	 * @param patience how long to wait for what already runs
	 * @param work does the work
	 * @return the result
	 * @throws ReportUnavailableException if it takes too long
	 */
	<T> T alone(Duration patience, Supplier<T> work) {
		lock(patience);
		try {
			return work.get();
		}
		finally {
			this.running.unlock();
		}
	}

	private synchronized Batch<R> enlist(Batch<R> mine, List<ReportRequest> requests) {
		if (this.open == null) {
			this.open = mine;
		}
		this.open.add(requests);
		return this.open;
	}

	private synchronized List<ReportRequest> close(Batch<R> batch) {
		if (this.open == batch) {
			this.open = null;
		}
		return List.copyOf(batch.requests);
	}

	private R run(Batch<R> batch, Duration patience, Function<Batch<R>, R> work) {
		try {
			R result = alone(patience, () -> work.apply(batch));
			batch.close();
			batch.result.complete(result);
			return result;
		}
		catch (Throwable ex) {
			batch.close();
			batch.result.completeExceptionally(ex);
			throw ex;
		}
	}

	private void lock(Duration patience) {
		try {
			if (!this.running.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
				throw new ReportUnavailableException("another report is still being made");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new ReportUnavailableException("interrupted while another report was being made");
		}
	}

	private static <R> R await(Batch<R> batch, Duration patience) {
		try {
			return batch.result.get(patience.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			throw new ReportUnavailableException("another report is still being made");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new ReportUnavailableException("interrupted while another report was being made");
		}
		catch (ExecutionException ex) {
			throw new ReportUnavailableException("the report that was shared failed: " + ex.getCause());
		}
	}

	/**
	 * The requests that share one result.
	 *
	 * @param <R> the type of the result
	 */
	static final class Batch<R> {

		private final RequestCoalescer<R> coalescer;

		private final List<ReportRequest> requests = new ArrayList<>();

		private final CompletableFuture<R> result = new CompletableFuture<>();

		private Batch(RequestCoalescer<R> coalescer) {
			this.coalescer = coalescer;
		}

		/**
		 * Admit no further requests.
		 * @return the participants: all requests that have been admitted
		 */
		List<ReportRequest> close() {
			return this.coalescer.close(this);
		}

		/**
		 * Add requests. Beyond a number they are only counted.
		 */
		private void add(List<ReportRequest> requests) {
			for (ReportRequest request : requests) {
				if (this.requests.size() < MAX_REQUESTS) {
					this.requests.add(request);
				}
				else {
					int last = this.requests.size() - 1;
					this.requests.set(last, this.requests.get(last).and(request));
				}
			}
		}

	}

}
