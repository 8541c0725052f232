package io.github.gmr.section.runtime;

/**
 * When the section about the runtime raises findings, in percent.
 *
 * @param memory of the container's memory limit that is in use
 * @param throttling of the container's CPU periods that were throttled
 * @param threads of the native threads that may be started
 */
public record RuntimeOptions(int memory, int throttling, int threads) {

	/**
	 * 90 percent of the memory, 25 percent of the periods, 90 percent of the threads.
	 */
	public static final RuntimeOptions DEFAULT = new RuntimeOptions(90, 25, 90);

}
