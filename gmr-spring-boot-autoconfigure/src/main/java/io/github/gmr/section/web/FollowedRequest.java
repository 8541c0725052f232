package io.github.gmr.section.web;

import java.time.Duration;
import java.util.Arrays;

import io.github.gmr.content.Value;
import io.github.gmr.section.scope.Progress;
import io.github.gmr.section.scope.ThreadSnapshot;
import io.github.gmr.section.work.WorkPlace;
import org.jspecify.annotations.Nullable;

/**
 * A running request at one instant, joined to the stack of its thread.
 *
 * @param method its method
 * @param path its path without a query
 * @param trace the id of its trace, if any is known
 * @param age for how long it has been running
 * @param where the thread that deals with it, if any, and where that stands
 * @param streaming whether it may well run for long
 */
record FollowedRequest(String method, String path, @Nullable String trace, Duration age, WorkPlace where,
		boolean streaming) {

	/**
	 * The operations of the endpoint, which wait for a report.
	 */
	private static final String REPORTS = "io.github.gmr.actuate.GmrEndpointWebExtension";

	static FollowedRequest of(RunningRequest request, ThreadSnapshot snapshot) {
		return new FollowedRequest(request.method(), request.path(), request.trace(), request.age(),
				WorkPlace.of(request, snapshot), request.mayLast());
	}

	boolean isTraced() {
		return this.trace != null;
	}

	/**
	 * Return whether no thread deals with the request, as far as is known.
	 * @return whether there is none
	 */
	boolean isUnseen() {
		return this.where.thread() == null;
	}

	boolean hasRunFor(Duration time) {
		return this.age.compareTo(time) >= 0;
	}

	Progress progress() {
		return this.where.progress();
	}

	StackTraceElement[] stack() {
		return this.where.stack();
	}

	/**
	 * Return whether the request asks for a report: it takes as long as that takes.
	 * @return whether it is one of ours
	 */
	boolean asksForReport() {
		return Arrays.stream(stack()).anyMatch((frame) -> frame.getClassName().equals(REPORTS));
	}

	/**
	 * Returns the request with its age, its thread and its trace, in words.
	 */
	@Override
	public String toString() {
		return "%s %s runs for %s%s%s".formatted(this.method, this.path, new Value(this.age).asText(),
				this.where.words(), isTraced() ? ", trace " + this.trace : "");
	}

}
