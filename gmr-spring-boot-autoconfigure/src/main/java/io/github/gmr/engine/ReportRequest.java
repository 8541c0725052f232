package io.github.gmr.engine;

import org.jspecify.annotations.Nullable;

/**
 * Somebody's wish for a report.
 *
 * @param trigger the kind of trigger, one of a few words such as {@code "signal"} or
 * {@code "http"}
 * @param reason what the report says about who asked, such as {@code "signal USR1"}
 * @param count how often it was asked for at once
 * @param cause the exception that made somebody ask, or {@code null}
 */
public record ReportRequest(String trigger, String reason, long count, @Nullable Throwable cause) {

	/**
	 * Create a single request without a cause.
	 * @param trigger the kind of trigger
	 * @param reason what the report says about who asked
	 * @return the request
	 */
	public static ReportRequest of(String trigger, String reason) {
		return new ReportRequest(trigger, reason, 1, null);
	}

	/**
	 * Count another request with this one.
	 * @param other the other request
	 * @return this request, asked for more often
	 */
	ReportRequest and(ReportRequest other) {
		return new ReportRequest(this.trigger, this.reason, this.count + other.count,
				(this.cause != null) ? this.cause : other.cause);
	}

}
