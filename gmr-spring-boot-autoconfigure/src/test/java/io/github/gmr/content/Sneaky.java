package io.github.gmr.content;

/**
 * Throws checked exceptions that nobody declares, as other languages on the JVM do.
 */
final class Sneaky {

	private Sneaky() {
	}

	@SuppressWarnings("unchecked")
	static <R, E extends Throwable> R sneak(Throwable throwable) throws E {
		throw (E) throwable;
	}

}
