package io.github.gmr;

/**
 * Says that no report can be had: another one takes too long, no application is running,
 * or reports are off.
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
