package io.github.gmr.section.log;

import java.time.Instant;

import io.github.gmr.content.text.Truncation;
import io.github.gmr.section.activity.ApplicationCode;
import org.jspecify.annotations.Nullable;

/**
 * A warning or an error that was logged. Holds text and frames only: neither what was
 * formatted into the message nor the exception stays alive because of it. Text is cut
 * between words: half a secret would not be known as one.
 *
 * @param time when it was logged
 * @param type what kind of event it is
 * @param thread the name of the thread that logged it
 * @param message the message, cut
 * @param exception the exception, or {@code null}
 */
record LoggedEvent(Instant time, Type type, String thread, String message, @Nullable LoggedException exception) {

	private static final int MAX_MESSAGE = 300;

	LoggedEvent {
		message = Truncation.keepWords(message, MAX_MESSAGE);
	}

	String asText(ApplicationCode code) {
		String what = (this.exception != null) ? "; " + this.exception.asText(code) : "";
		return this.time + " " + this.type.logger() + " [" + this.thread + "] " + this.message + what;
	}

	/**
	 * What events that are counted together have in common.
	 *
	 * @param error whether it is an error, or else a warning
	 * @param logger the name of the logger
	 * @param exception the class name of the exception, or {@code null}
	 */
	record Type(boolean error, String logger, @Nullable String exception) {

		String asText() {
			return (this.error ? "ERROR " : "WARN ") + this.logger
					+ ((this.exception != null) ? " with " + this.exception : "");
		}

	}

}
