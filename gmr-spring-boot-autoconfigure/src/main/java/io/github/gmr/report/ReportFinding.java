package io.github.gmr.report;

import io.github.gmr.content.Finding;

/**
 * A finding and the section that raised it.
 *
 * @param finding the finding
 * @param section the title of the section
 */
public record ReportFinding(Finding finding, String section) {

	/**
	 * Return what to look at next.
	 * @return the title of the section that the finding names, else of the one that
	 * raised it
	 */
	public String next() {
		return (this.finding.next() != null) ? this.finding.next() : this.section;
	}

}
