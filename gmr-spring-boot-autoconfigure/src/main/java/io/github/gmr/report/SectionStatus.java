package io.github.gmr.report;

/**
 * How the collection of a section ended.
 */
public enum SectionStatus {

	/**
	 * The content is what the section says.
	 */
	OK("ok"),

	/**
	 * The section failed, the content says how.
	 */
	FAILED("failed"),

	/**
	 * The section did not answer in time, the content is the stack of its thread.
	 */
	TIMED_OUT("timed-out"),

	/**
	 * The section was not asked, the content says why.
	 */
	SKIPPED("skipped"),

	/**
	 * The section was too long, its content is not whole.
	 */
	CUT("cut");

	private final String code;

	SectionStatus(String code) {
		this.code = code;
	}

	/**
	 * Return the status as it stands in reports.
	 * @return the status in lower case, such as {@code "timed-out"}
	 */
	public String code() {
		return this.code;
	}

}
