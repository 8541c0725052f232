package io.github.gmr.section.spring;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import io.github.gmr.content.Content;
import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.section.ReportSection;
import org.jspecify.annotations.Nullable;

/**
 * Tells which HTTP requests run, for how long and on which thread.
 *
 * <pre>
 * running requests = 2
 * requests =
 *   age       method  path       thread
 *   35120 ms  GET     /orders/7  http-nio-8080-exec-3 #42
 *   4 ms      POST    /orders    none
 * finding = WARNING: GET /orders/7 runs for 35120 ms on http-nio-8080-exec-3 #42, at com.acme.Orders.find(Orders.java:41)
 * </pre>
 *
 * A request that waits for an asynchronous result has no thread. A path is shown without
 * its query.
 */
public final class WebSection implements ReportSection {

	private static final int MAX_FINDINGS = 3;

	private static final int MAX_REQUESTS = 200;

	private final @Nullable RunningRequests requests;

	private final Duration longRunning;

	/**
	 * Create the section.
	 * @param requests the requests, {@code null} if nobody follows them
	 * @param longRunning how long a request may run
	 */
	public WebSection(@Nullable RunningRequests requests, Duration longRunning) {
		this.requests = requests;
		this.longRunning = longRunning;
	}

	@Override
	public Content content() {
		RunningRequests requests = this.requests;
		if (requests == null) {
			return Content
				.fields((fields) -> fields.add("running requests", "unknown: this application has no observations"));
		}
		List<TimedRequest> running = requests.oldestFirst()
			.stream()
			.map((request) -> TimedRequest.of(request, requests))
			.toList();
		return Content.fields((fields) -> {
			fields.add("running requests", running.size());
			addFindings(fields, running);
			fields.add("requests", Content.table(running.stream().limit(MAX_REQUESTS).toList(), (table) -> {
				table.column("age", (request) -> request.age());
				table.column("method", (request) -> request.method());
				table.column("path", (request) -> request.path());
				table.column("thread", TimedRequest::threadName);
			}));
		});
	}

	private void addFindings(FieldsBuilder fields, List<TimedRequest> running) {
		List<TimedRequest> slow = running.stream()
			.filter((request) -> request.age().compareTo(this.longRunning) >= 0)
			.toList();
		slow.stream()
			.limit(MAX_FINDINGS)
			.forEach((request) -> fields.add(
					Content
						.warning("%s %s runs for %d ms on %s%s", request.method(), request.path(),
								request.age().toMillis(), request.threadName(), request.place())
						.next("Threads")));
		if (slow.size() > MAX_FINDINGS) {
			fields.add(Content
				.warning("%d more run for longer than %d ms", slow.size() - MAX_FINDINGS, this.longRunning.toMillis())
				.next("Web"));
		}
	}

	/**
	 * A request at one instant.
	 */
	private record TimedRequest(RunningRequest request, Duration age, @Nullable Thread thread) {

		static TimedRequest of(RunningRequest request, RunningRequests requests) {
			return new TimedRequest(request, Duration.ofNanos(requests.age(request)), request.thread());
		}

		String method() {
			return this.request.method();
		}

		String path() {
			return this.request.path();
		}

		@SuppressWarnings("deprecation")
		String threadName() {
			return (this.thread != null) ? this.thread.getName() + " #" + this.thread.getId() : "no thread";
		}

		/**
		 * Returns where the thread is, outside of the JDK, provided that it deals with
		 * this request still.
		 */
		String place() {
			if (this.thread == null) {
				return "";
			}
			StackTraceElement[] stack = this.thread.getStackTrace();
			if (this.request.thread() != this.thread) {
				return "";
			}
			return Arrays.stream(stack)
				.filter((frame) -> frame.getModuleName() == null || !frame.getModuleName().startsWith("java."))
				.findFirst()
				.map((frame) -> ", at %s.%s(%s:%d)".formatted(frame.getClassName(), frame.getMethodName(),
						frame.getFileName(), frame.getLineNumber()))
				.orElse("");
		}

	}

}
