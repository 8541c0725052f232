package io.github.gmr.view;

/**
 * The version of structured formats. It grows when a key changes its meaning.
 */
public final class ReportVersion {

	/**
	 * The version that is written now.
	 */
	public static final int CURRENT = 1;

	private ReportVersion() {
	}

}
