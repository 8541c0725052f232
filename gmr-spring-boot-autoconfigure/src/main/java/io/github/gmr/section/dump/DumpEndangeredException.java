package io.github.gmr.section.dump;

import java.io.IOException;
import java.io.Serial;

/**
 * Thrown where a dump could crash the JVM.
 */
public final class DumpEndangeredException extends IOException {

	@Serial
	private static final long serialVersionUID = 1L;

	DumpEndangeredException(String message) {
		super(message);
	}

}
