package io.github.gmr.content;

import org.jspecify.annotations.Nullable;

/**
 * How much of what runs is held up by what a finding names, directly or in the end.
 *
 * @param waiting how much is held up
 * @param running how much runs, that included
 * @param what what it is, such as {@code "running requests"}
 */
public record Impact(long waiting, long running, String what) {

	/**
	 * Return the impact of two findings that are one.
	 * @param other the other finding's, {@code null} if it has none
	 * @return both, as far as they count the same
	 */
	public Impact and(@Nullable Impact other) {
		return (other != null && this.what.equals(other.what))
				? new Impact(Math.min(this.waiting + other.waiting, this.running), this.running, this.what) : this;
	}

	/**
	 * Return the impact.
	 * @return words such as
	 * {@code "184 of 200 running requests wait for that in the end"}
	 */
	public String words() {
		return "%d of %d %s wait for that in the end".formatted(this.waiting, this.running, this.what);
	}

}
