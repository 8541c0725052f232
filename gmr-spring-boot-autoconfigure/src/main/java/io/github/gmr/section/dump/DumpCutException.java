package io.github.gmr.section.dump;

import java.io.IOException;
import java.io.Serial;

/**
 * Thrown when the time for a dump is up. What was read until then is valid.
 */
public final class DumpCutException extends IOException {

	@Serial
	private static final long serialVersionUID = 1L;

	DumpCutException(String message) {
		super(message);
	}

}
