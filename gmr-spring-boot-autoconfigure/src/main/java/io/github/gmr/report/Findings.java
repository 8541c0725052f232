package io.github.gmr.report;

/**
 * The section about the findings, which the report makes itself.
 */
public final class Findings {

	/**
	 * The name of the findings in URLs and keys.
	 */
	public static final String NAME = "findings";

	/**
	 * The title of the findings.
	 */
	public static final String TITLE = "Findings";

	private Findings() {
	}

}
