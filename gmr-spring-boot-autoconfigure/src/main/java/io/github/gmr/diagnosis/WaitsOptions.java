package io.github.gmr.diagnosis;

import java.time.Duration;

/**
 * When the section about waits raises findings.
 *
 * @param work for how long work must have been running, and what it waits for must have
 * stayed as it is
 * @param least how much work must wait for the same
 */
public record WaitsOptions(Duration work, int least) {

	/**
	 * How much work may wait at one end without being worth a word.
	 */
	private static final int FEW = 3;

	/**
	 * Create options.
	 * @param work for how long work must have been running
	 */
	public WaitsOptions(Duration work) {
		this(work, FEW);
	}

}
