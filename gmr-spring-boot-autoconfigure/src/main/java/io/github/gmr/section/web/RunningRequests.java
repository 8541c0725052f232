package io.github.gmr.section.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import io.github.gmr.section.pulse.FigureSource;
import io.github.gmr.section.scope.RunningThreads;
import io.github.gmr.section.work.WorkSource;
import org.jspecify.annotations.Nullable;

/**
 * The requests that run now. Costs an entry of a map for each; beyond
 * {@value #MAX_REQUESTS} they are not followed, in case the end of some is never noticed.
 * Thread-safe.
 */
public final class RunningRequests implements FigureSource, RunningThreads, WorkSource {

	/**
	 * The name of the figure about requests that have ended.
	 */
	static final String ENDED = "requests ended";

	static final int MAX_REQUESTS = 20_000;

	private final Set<RunningRequest> requests = ConcurrentHashMap.newKeySet();

	private final LongAdder begun = new LongAdder();

	private final LongAdder ended = new LongAdder();

	private final LongAdder failed = new LongAdder();

	private final RequestOutcomes outcomes = new RequestOutcomes();

	private final LongSupplier nanoTime;

	/**
	 * Create an empty set of requests.
	 */
	public RunningRequests() {
		this(System::nanoTime);
	}

	RunningRequests(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
	}

	/**
	 * Follow a request.
	 * @param method its method
	 * @param path its path; what is no path, as a query or a parameter, is left out
	 * @param trace the id of the trace that it belongs to, {@code null} if none is known
	 * @param streaming returns whether it may well run for long; may fail once the
	 * request has ended
	 * @return the request, or {@code null} if there are too many
	 */
	public @Nullable RunningRequest begin(String method, String path, @Nullable String trace,
			BooleanSupplier streaming) {
		this.begun.increment();
		if (this.requests.size() >= MAX_REQUESTS) {
			return null;
		}
		RunningRequest request = new RunningRequest(method, withoutParameters(path), trace, streaming, this.nanoTime);
		this.requests.add(request);
		return request;
	}

	/**
	 * Follow a request no longer.
	 * @param request the request
	 */
	void end(RunningRequest request) {
		this.requests.remove(request);
	}

	/**
	 * Count a request that has ended.
	 * @param path its method and the pattern of its path, {@code null} if that is not
	 * known
	 * @param status the status of its response
	 * @param error the exception that it has ended in, or {@code null}
	 */
	void count(@Nullable String path, int status, @Nullable Throwable error) {
		this.ended.increment();
		if (error != null) {
			this.failed.increment();
		}
		if (path != null) {
			this.outcomes.end(path, status, error);
		}
	}

	/**
	 * Return how requests have ended.
	 * @return the outcomes by path
	 */
	RequestOutcomes outcomes() {
		return this.outcomes;
	}

	@Override
	public void read(Figures figures) {
		figures.count("requests", this.begun::sum);
		figures.count("requests that failed", this.failed::sum);
		figures.count(ENDED, this.ended::sum);
		figures.level("running requests", this.requests::size);
		this.outcomes.read(figures);
	}

	/**
	 * Return the requests that run now.
	 * @return the requests, the oldest first
	 */
	List<RunningRequest> oldestFirst() {
		return this.requests.stream().sorted(Comparator.comparingLong(RunningRequest::start)).toList();
	}

	@Override
	public Collection<RunningRequest> running() {
		return this.requests;
	}

	@Override
	public List<Thread> threads() {
		return this.requests.stream().map(RunningRequest::thread).filter(Objects::nonNull).toList();
	}

	private static String withoutParameters(String path) {
		for (int i = 0; i < path.length(); i++) {
			if (path.charAt(i) == '?' || path.charAt(i) == ';') {
				return path.substring(0, i);
			}
		}
		return path;
	}

}
