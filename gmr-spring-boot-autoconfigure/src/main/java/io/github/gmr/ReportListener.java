package io.github.gmr;

import io.github.gmr.redact.RedactedReport;
import org.jspecify.annotations.Nullable;

/**
 * Is notified of each report that was requested. Called on several threads, maybe at the
 * same time, so implementations are thread-safe.
 */
@FunctionalInterface
public interface ReportListener {

	/**
	 * Called after a report was made, or was not, on a thread of the reports, which does
	 * not wait for long.
	 * @param trigger the kind of trigger, one of a few words such as {@code "signal"}
	 * @param report the report, or {@code null} if it failed
	 */
	void reported(String trigger, @Nullable RedactedReport report);

	/**
	 * Called after a report was given to the sinks, or was not taken by them, on a thread
	 * of the reports, which does not wait for long.
	 * @param publication where the report went
	 */
	default void published(Publication publication) {
	}

}
