package io.github.gmr.section.pulse;

/**
 * What threads have used lately that Java does not list: the collector, the compilers,
 * threads of native libraries. It is known as what is left of the CPU time of the process
 * without that of its Java threads.
 *
 * @param cpuPercent the share of one processor they have used, in percent
 * @param ended whether Java threads that have ended meanwhile are a part of that
 */
public record OtherThreads(double cpuPercent, boolean ended) {

	/**
	 * Nothing is known.
	 */
	static final OtherThreads UNKNOWN = new OtherThreads(0, false);

}
