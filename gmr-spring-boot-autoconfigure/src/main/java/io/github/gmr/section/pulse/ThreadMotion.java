package io.github.gmr.section.pulse;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What a platform thread has done lately.
 *
 * @param cpuPercent the share of one processor it has used, in percent
 * @param allocatedBytesPerSecond how fast it has allocated memory in the heap
 * @param pace how busy it is
 * @param time for how long that has been so at least
 */
public record ThreadMotion(double cpuPercent, long allocatedBytesPerSecond, Pace pace, Duration time) {

	/**
	 * How busy a thread is.
	 */
	public enum Pace {

		/**
		 * It stands still, but for what a wait costs that is repeated each second: 60 to
		 * 120 microseconds and no more than some objects were measured on JDK 17 and 25.
		 */
		STILL,

		/**
		 * It does something now and then.
		 */
		MOVING,

		/**
		 * It uses more than half of a processor or, where the threads of this JVM use all
		 * there are, half of its part of these.
		 */
		BUSY;

		private static final long STILL_NANOS_PER_SECOND = 200_000;

		private static final long STILL_BYTES_PER_SECOND = 2_000;

		/**
		 * Which part of a processor is much for one thread.
		 */
		static final double MUCH = 0.5;

		private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

		/**
		 * Return how busy a thread was.
		 * @param cpu the CPU time it has used, in nanoseconds
		 * @param allocated the bytes it has allocated
		 * @param time the time in which it did, in nanoseconds
		 * @param much which part of a processor is much for one thread
		 * @return its pace
		 */
		static Pace of(long cpu, long allocated, long time, double much) {
			double seconds = (double) Math.max(time, SECOND) / SECOND;
			if (cpu <= STILL_NANOS_PER_SECOND * seconds && allocated <= STILL_BYTES_PER_SECOND * seconds) {
				return STILL;
			}
			return (cpu > much * time) ? BUSY : MOVING;
		}

	}

}
