package io.github.gmr.section.pulse;

import io.github.gmr.content.text.Share;

/**
 * Measures which share one count has of another since the measurement before, or since
 * both began. Measurements that follow each other closely share their beginning. Used by
 * one thread at a time.
 */
public final class RecentShare {

	private final long renewal;

	private long sincePart;

	private long sinceWhole;

	/**
	 * Create a measurement.
	 * @param renewal how much the whole must have grown for the next measurement to begin
	 * anew
	 */
	public RecentShare(long renewal) {
		this.renewal = renewal;
	}

	/**
	 * Measure the share.
	 * @param part the count of the part
	 * @param whole the count of the whole; if it has fallen both began again
	 * @return the share
	 */
	public Share measure(long part, long whole) {
		if (whole < this.sinceWhole) {
			this.sincePart = 0;
			this.sinceWhole = 0;
		}
		Share share = new Share(part - this.sincePart, whole - this.sinceWhole);
		if (share.whole() >= this.renewal) {
			this.sincePart = part;
			this.sinceWhole = whole;
		}
		return share;
	}

}
