package io.github.gmr.autoconfigure.properties;

import org.springframework.util.unit.DataSize;

/**
 * Properties of the section about disks.
 */
public class DisksSectionProperties {

	/**
	 * Percentage of a disk in use that raises a finding if too little is free, too.
	 */
	private int usedThreshold = 95;

	/**
	 * Free space of a disk below which a finding is raised if too much is used, too.
	 */
	private DataSize freeThreshold = DataSize.ofGigabytes(1);

	public int getUsedThreshold() {
		return this.usedThreshold;
	}

	public void setUsedThreshold(int usedThreshold) {
		this.usedThreshold = Ranges.percent("gmr.section.disks.used-threshold", usedThreshold);
	}

	public DataSize getFreeThreshold() {
		return this.freeThreshold;
	}

	public void setFreeThreshold(DataSize freeThreshold) {
		this.freeThreshold = Ranges.atLeast("gmr.section.disks.free-threshold", freeThreshold, DataSize.ofBytes(1));
	}

}
