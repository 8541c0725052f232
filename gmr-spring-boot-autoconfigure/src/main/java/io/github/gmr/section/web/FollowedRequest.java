package io.github.gmr.section.web;

import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

import io.github.gmr.content.Value;
import io.github.gmr.section.scope.ThreadSnapshot;
import io.github.gmr.section.web.RunningRequest.Turn;
import org.jspecify.annotations.Nullable;

/**
 * A running request at one instant, joined to the stack of its thread.
 *
 * @param method its method
 * @param path its path without a query
 * @param trace the id of its trace, if any is known
 * @param age for how long it has been running
 * @param thread the thread that deals with it, if any
 * @param virtual whether that is no platform thread
 * @param stack where that thread is, empty if it is not known
 * @param streaming whether it may well run for long
 */
record FollowedRequest(String method, String path, @Nullable String trace, Duration age, @Nullable Thread thread,
		boolean virtual, StackTraceElement[] stack, boolean streaming) {

	/**
	 * The server has handed the request on, and does not know to which thread, if any.
	 */
	private static final String ASYNCHRONOUS = "asynchronously";

	/**
	 * The operations of the endpoint, which wait for a report.
	 */
	private static final String REPORTS = "io.github.gmr.actuate.GmrEndpointWebExtension";

	private static final StackTraceElement[] NOWHERE = {};

	static FollowedRequest of(RunningRequest request, Duration age, ThreadSnapshot snapshot) {
		Turn turn = request.turn();
		if (turn == null) {
			return new FollowedRequest(request.method(), request.path(), request.trace(), age, null, false, NOWHERE,
					request.isStreaming());
		}
		ThreadInfo platform = platform(turn, snapshot);
		return new FollowedRequest(request.method(), request.path(), request.trace(), age, turn.thread(),
				platform == null, stack(request, turn, platform, snapshot), request.isStreaming());
	}

	/**
	 * Returns the stack of the thread, provided that it has dealt with this request only
	 * when the stack was seen. Threads that the snapshot does not have are virtual.
	 */
	private static StackTraceElement[] stack(RunningRequest request, Turn turn, @Nullable ThreadInfo platform,
			ThreadSnapshot snapshot) {
		if (turn.since() > snapshot.time()) {
			return NOWHERE;
		}
		StackTraceElement[] stack = (platform != null) ? platform.getStackTrace() : turn.thread().getStackTrace();
		return (request.turn() == turn) ? stack : NOWHERE;
	}

	@SuppressWarnings("deprecation")
	private static @Nullable ThreadInfo platform(Turn turn, ThreadSnapshot snapshot) {
		return snapshot.thread(turn.thread().getId());
	}

	boolean isTraced() {
		return this.trace != null;
	}

	boolean hasRunFor(Duration time) {
		return this.age.compareTo(time) >= 0;
	}

	@SuppressWarnings("deprecation")
	String threadName() {
		return (this.thread != null) ? this.thread.getName() + " #" + this.thread.getId() : ASYNCHRONOUS;
	}

	/**
	 * Return whether the request asks for a report: it takes as long as that takes.
	 * @return whether it is one of ours
	 */
	boolean asksForReport() {
		return Arrays.stream(this.stack).anyMatch((frame) -> frame.getClassName().equals(REPORTS));
	}

	/**
	 * Return the thread that deals with it.
	 * @return its identifier, empty if there is none
	 */
	@SuppressWarnings("deprecation")
	Optional<Long> threadId() {
		return Optional.ofNullable(this.thread).map(Thread::getId);
	}

	/**
	 * Returns the request with its age, its thread and its trace, in words.
	 */
	@Override
	public String toString() {
		return "%s %s runs for %s%s%s".formatted(this.method, this.path, new Value(this.age).asText(),
				(this.thread != null) ? " on " + threadName() : ", " + ASYNCHRONOUS,
				isTraced() ? ", trace " + this.trace : "");
	}

}
