package io.github.gmr.actuate;

import java.util.Arrays;
import java.util.Optional;

import io.github.gmr.content.Finding.Severity;
import io.github.gmr.report.FindingCounts;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/**
 * How bad findings are that make the answer to a request for a report a failure, so that
 * a script needs nothing but the status. The report is the same.
 *
 * @param severity how bad they are at least, {@code null} if none does
 */
record FailOn(@Nullable Severity severity) {

	/**
	 * The name in requests.
	 */
	static final String PARAMETER = "fail-on";

	/**
	 * What to write instead of what is no severity.
	 */
	static final String HINT = "There is no such severity. Write fail-on=critical, fail-on=warning or fail-on=info.\n";

	/**
	 * Read what a request says.
	 * @param severity the name of a severity in lower case, or {@code null}
	 * @return what it means, empty if there is no such severity
	 */
	static Optional<FailOn> of(@Nullable String severity) {
		return (severity == null) ? Optional.of(new FailOn(null))
				: Arrays.stream(Severity.values())
					.filter((known) -> known.name().equalsIgnoreCase(severity))
					.findFirst()
					.map(FailOn::new);
	}

	/**
	 * Return the status of the answer.
	 * @param findings the findings of the report
	 * @return the status
	 */
	int status(FindingCounts findings) {
		return (this.severity != null && findings.reach(this.severity)) ? WebEndpointResponse.STATUS_SERVICE_UNAVAILABLE
				: WebEndpointResponse.STATUS_OK;
	}

}
