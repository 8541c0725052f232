package io.github.gmr;

/**
 * Says that no report could be had in time.
 */
public class ReportUnavailableException extends RuntimeException {

	public ReportUnavailableException(String message) {
		super(message);
	}

}
