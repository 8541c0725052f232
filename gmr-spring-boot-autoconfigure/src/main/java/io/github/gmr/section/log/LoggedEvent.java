package io.github.gmr.section.log;

import java.time.Instant;

import io.github.gmr.content.text.Truncation;
import org.jspecify.annotations.Nullable;

/**
 * A warning or an error that was logged. Holds text only: neither what was formatted into
 * the message nor the exception stays alive because of it. Text is cut between words:
 * half a secret would not be known as one.
 *
 * @param time when it was logged
 * @param type what kind of event it is
 * @param thread the name of the thread that logged it
 * @param message the message, cut
 * @param cause the message of the exception, cut, or {@code null}
 */
record LoggedEvent(Instant time, Type type, String thread, String message, @Nullable String cause) {

	private static final int MAX_MESSAGE = 1000;

	private static final int MAX_CAUSE = 500;

	LoggedEvent {
		message = Truncation.keepWords(message, MAX_MESSAGE);
		cause = (cause != null) ? Truncation.keepWords(cause, MAX_CAUSE) : null;
	}

	String asText() {
		String exception = (this.type.exception() != null) ? "; " + this.type.exception() : "";
		return this.time + " " + this.type.logger() + " [" + this.thread + "] " + this.message + exception
				+ ((this.cause != null) ? ": " + this.cause : "");
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
