package io.github.gmr;

/**
 * Says that no report could be had in time.
 */
public class ReportUnavailableException extends RuntimeException {

	/**
	 * Create an exception.
	 * @param message why there is no report
	 */
	public ReportUnavailableException(String message) {
		super(message);
	}

}
