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
 * Lets one piece of work run at a time and one wait. Who asks while one waits, or still
 * prepares itself, shares its result; who asks later waits for the next, as what runs has
 * begun too early to answer.
 *
 * @param <R> the type of the result
 */
final class RequestCoalescer<R> {

	private static final int MAX_REQUESTS = 100;

	private final ReentrantLock runway = new ReentrantLock(true);

	private @Nullable Flight<R> boarding;

	/**
	 * Ask for a result.
	 * @param requests who asks
	 * @param patience how long to wait for what already runs
	 * @param work does the work for all who share it; asks who they are when nobody can
	 * be added any more
	 * @return the result
	 * @throws ReportUnavailableException if it takes too long
	 */
	R join(List<ReportRequest> requests, Duration patience, Function<Supplier<List<ReportRequest>>, R> work) {
		Flight<R> mine = new Flight<>();
		Flight<R> flight = board(mine, requests);
		return (flight == mine) ? fly(flight, patience, work) : await(flight, patience.plus(patience));
	}

	/**
	 * Run something alone, while no flight is under way.
	 * @param <T> the type of the result
	 * @param patience how long to wait for what already runs
	 * @param work does the work
	 * @return the result
	 * @throws ReportUnavailableException if it takes too long
	 */
	<T> T alone(Duration patience, Supplier<T> work) {
		enterRunway(patience);
		try {
			return work.get();
		}
		finally {
			this.runway.unlock();
		}
	}

	private synchronized Flight<R> board(Flight<R> mine, List<ReportRequest> requests) {
		if (this.boarding == null) {
			this.boarding = mine;
		}
		this.boarding.add(requests);
		return this.boarding;
	}

	private synchronized List<ReportRequest> closeGate(Flight<R> flight) {
		if (this.boarding == flight) {
			this.boarding = null;
		}
		return List.copyOf(flight.requests);
	}

	private R fly(Flight<R> flight, Duration patience, Function<Supplier<List<ReportRequest>>, R> work) {
		try {
			R result = alone(patience, () -> work.apply(() -> closeGate(flight)));
			closeGate(flight);
			flight.result.complete(result);
			return result;
		}
		catch (Throwable ex) {
			closeGate(flight);
			flight.result.completeExceptionally(ex);
			throw ex;
		}
	}

	private void enterRunway(Duration patience) {
		try {
			if (!this.runway.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
				throw new ReportUnavailableException("another report is still being made");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new ReportUnavailableException("interrupted while another report was being made");
		}
	}

	private static <R> R await(Flight<R> flight, Duration patience) {
		try {
			return flight.result.get(patience.toNanos(), TimeUnit.NANOSECONDS);
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
	 */
	private static final class Flight<R> {

		private final List<ReportRequest> requests = new ArrayList<>();

		private final CompletableFuture<R> result = new CompletableFuture<>();

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
