package io.github.gmr.autoconfigure.part;

/**
 * Ahead-of-time processing: the application is built, not started.
 */
public final class AotProcessing {

	private static final String PROPERTY = "spring.aot.processing";

	private AotProcessing() {
	}

	/**
	 * Return whether this JVM processes an application instead of running it.
	 * @return whether it does
	 */
	public static boolean isRunning() {
		return Boolean.getBoolean(PROPERTY);
	}

}
