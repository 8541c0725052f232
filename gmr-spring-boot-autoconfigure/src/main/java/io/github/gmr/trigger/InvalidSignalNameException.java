package io.github.gmr.trigger;

/**
 * Says that the configured signal cannot request a report.
 */
class InvalidSignalNameException extends RuntimeException {

	private final String name;

	private final String reason;

	InvalidSignalNameException(String name, String reason) {
		super("'%s' must name a signal that can be used but is '%s'. %s".formatted(SignalSettings.NAME, name, reason));
		this.name = name;
		this.reason = reason;
	}

	String name() {
		return this.name;
	}

	String reason() {
		return this.reason;
	}

}
