package io.github.gmr.section.memory;

import java.time.Duration;

import io.github.gmr.content.Check;
import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;
import io.github.gmr.content.text.TimeSpan;

/**
 * A collection for which the application stood still for long.
 *
 * @param time how many milliseconds it took
 * @param ended when it ended, in milliseconds since the JVM started
 * @param cause why there was one
 */
record LongPause(long time, long ended, String cause) {

	static final Check CHECK = new Check("collection-pause-long");

	/**
	 * Stands for none.
	 */
	static final LongPause NONE = new LongPause(0, 0, "");

	/**
	 * Milliseconds after which one is the past.
	 */
	private static final long RECENT = Duration.ofMinutes(5).toMillis();

	/**
	 * Return the one that matters.
	 * @param later one that ended later
	 * @return the longer one, unless that was long ago by then
	 */
	LongPause or(LongPause later) {
		return (later.time >= this.time || later.ended - this.ended > RECENT) ? later : this;
	}

	/**
	 * Look whether it was lately.
	 * @param now milliseconds since the JVM started
	 * @return the result
	 */
	Check.Result check(long now) {
		Duration ago = Duration.ofMillis(Math.max(0, now - this.ended));
		Finding finding = Content
			.warning("A garbage collection stopped the application for %s, %s ago: %s",
					TimeSpan.words(Duration.ofMillis(this.time)), TimeSpan.words(ago), this.cause)
			.since(ago.plusMillis(this.time))
			.evidence("time", Duration.ofMillis(this.time))
			.evidence("cause", this.cause)
			.next(MemorySection.TITLE);
		return CHECK.of((this.time > 0 && ago.toMillis() <= RECENT) ? finding : null);
	}

}
