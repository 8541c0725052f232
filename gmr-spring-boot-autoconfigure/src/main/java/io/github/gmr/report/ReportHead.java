package io.github.gmr.report;

import java.time.Instant;
import java.util.List;

/**
 * What a report says about itself.
 *
 * @param sequence the number of the report in this JVM, from 1
 * @param time when its collection began
 * @param triggers what requested it, such as {@code "signal USR1"}
 * @param merged how many further requests it answers
 * @param process the process it is about
 */
public record ReportHead(long sequence, Instant time, List<String> triggers, long merged, ReportedProcess process) {

	public ReportHead {
		triggers = List.copyOf(triggers);
	}

}
