package io.github.gmr.section.web;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import io.github.gmr.content.text.Attempt;
import org.jspecify.annotations.Nullable;

/**
 * A request that has begun and not ended. What the server may recycle is copied when it
 * begins. Set by the threads that deal with the request, read by those of reports.
 */
public final class RunningRequest {

	private final String method;

	private final String path;

	private final @Nullable String trace;

	private final BooleanSupplier streaming;

	private final LongSupplier nanoTime;

	private final long start;

	private volatile @Nullable Turn turn;

	RunningRequest(String method, String path, @Nullable String trace, BooleanSupplier streaming,
			LongSupplier nanoTime) {
		this.method = method;
		this.path = path;
		this.trace = trace;
		this.streaming = streaming;
		this.nanoTime = nanoTime;
		this.start = nanoTime.getAsLong();
	}

	/**
	 * Note which thread deals with the request now.
	 * @param thread the thread, or {@code null} if none does
	 */
	void runOn(@Nullable Thread thread) {
		this.turn = (thread != null) ? new Turn(thread, this.nanoTime.getAsLong()) : null;
	}

	String method() {
		return this.method;
	}

	String path() {
		return this.path;
	}

	@Nullable String trace() {
		return this.trace;
	}

	/**
	 * Return whether the request may well run for long: its response has begun, as that
	 * of a stream of events does, or it waits for something to happen without a thread,
	 * as long polling does.
	 * @return whether it may
	 */
	boolean isStreaming() {
		return Attempt.<Boolean>ask(this.streaming::getAsBoolean, (ex) -> false);
	}

	long start() {
		return this.start;
	}

	@Nullable Turn turn() {
		return this.turn;
	}

	/**
	 * A thread that deals with the request.
	 *
	 * @param thread the thread
	 * @param since the time from when on it does, on the clock of the requests
	 */
	record Turn(Thread thread, long since) {

	}

}
