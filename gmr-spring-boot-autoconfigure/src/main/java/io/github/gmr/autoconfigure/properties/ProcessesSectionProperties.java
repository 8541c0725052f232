package io.github.gmr.autoconfigure.properties;

/**
 * Properties of the section about this process and its children.
 */
public class ProcessesSectionProperties {

	/**
	 * Percentage of the file descriptors there may be that raises a finding.
	 */
	private int openFilesThreshold = 90;

	public int getOpenFilesThreshold() {
		return this.openFilesThreshold;
	}

	public void setOpenFilesThreshold(int openFilesThreshold) {
		this.openFilesThreshold = Ranges.percent("gmr.section.processes.open-files-threshold", openFilesThreshold);
	}

}
