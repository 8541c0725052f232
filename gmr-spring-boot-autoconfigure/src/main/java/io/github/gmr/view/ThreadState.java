package io.github.gmr.view;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * States of threads as the page colours them, the worst first.
 */
public enum ThreadState {

	BLOCKED, RUNNABLE, TIMED_WAITING, WAITING, OTHER;

	/**
	 * Return the state for HotSpot's words.
	 * @param state the words, such as {@code "BLOCKED (on object monitor)"}, or
	 * {@code null} if nobody knows
	 * @return the state
	 */
	public static ThreadState of(@Nullable String state) {
		for (ThreadState each : values()) {
			if (state != null && state.startsWith(each.name())) {
				return each;
			}
		}
		return OTHER;
	}

	/**
	 * Return the class of elements in this state.
	 * @return the class
	 */
	public String type() {
		return "state-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * Return how a person calls the state.
	 * @return the words
	 */
	public String words() {
		return (this == OTHER) ? "state unknown" : Word.of(this).replace('-', ' ');
	}

}
