package io.github.gmr.view;

import io.github.gmr.content.thread.ThreadLock;

/**
 * Writes the identity of locks as HotSpot does.
 */
public final class Identity {

	private static final String ZEROS = "0x" + "0".repeat(16);

	private Identity() {
	}

	/**
	 * Return the identity of a lock.
	 * @param lock the lock
	 * @return the identity, such as {@code "0x000000001b2c6cd2"}
	 */
	public static String of(ThreadLock lock) {
		String digits = Integer.toHexString(lock.identity());
		return ZEROS.substring(0, ZEROS.length() - digits.length()) + digits;
	}

}
