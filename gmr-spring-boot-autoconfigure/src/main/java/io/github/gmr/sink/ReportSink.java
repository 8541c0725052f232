package io.github.gmr.sink;

import org.jspecify.annotations.Nullable;

/**
 * Takes the reports that are published. Declare a bean of this type to send reports to a
 * place of your own.
 */
@FunctionalInterface
public interface ReportSink {

	/**
	 * Take a report. Called on a thread of the report, never on two at a time, under a
	 * deadline of 5 seconds.
	 * @param report the rendered report
	 * @return where the report is now, such as the path of a file, for the answer to a
	 * request; {@code null} if there is nothing to say
	 * @throws Exception if the report cannot be taken; the exception is noted on standard
	 * error
	 */
	@Nullable String accept(RenderedReport report) throws Exception;

}
