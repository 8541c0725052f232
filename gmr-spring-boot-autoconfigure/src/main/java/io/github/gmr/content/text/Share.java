package io.github.gmr.content.text;

import java.util.Locale;

/**
 * A part of a whole.
 *
 * @param part how much it is
 * @param whole how much the whole is, not positive if there is none or it has no limit
 */
public record Share(long part, long whole) {

	/**
	 * Return the share in percent.
	 * @return the share, zero if there is no whole
	 */
	public double percent() {
		return (this.whole > 0) ? 100.0 * this.part / this.whole : 0;
	}

	/**
	 * Return whether the share has reached a threshold.
	 * @param percent the threshold in percent
	 * @return whether it has, {@code false} if there is no whole
	 */
	public boolean reaches(int percent) {
		return this.whole > 0 && percent() >= percent;
	}

	/**
	 * Return the share in words.
	 * @return the words, such as {@code "0.2 %"}
	 */
	@Override
	public String toString() {
		return String.format(Locale.ROOT, "%.1f %%", percent());
	}

}
