package io.github.gmr.section.log;

/**
 * What the section about the log shows.
 *
 * @param maxEvents how many errors, and how many warnings
 * @param errorThreshold how many errors within five minutes raise a finding
 */
public record LogOptions(int maxEvents, int errorThreshold) {

	int capacity() {
		return Math.max(this.maxEvents, this.errorThreshold);
	}

}
