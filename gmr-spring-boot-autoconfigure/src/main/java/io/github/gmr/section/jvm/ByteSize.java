package io.github.gmr.section.jvm;

import java.util.Locale;

/**
 * Words for a number of bytes.
 */
final class ByteSize {

	private static final String[] UNITS = { "B", "KB", "MB", "GB", "TB", "PB", "EB" };

	private static final long STEP = 1024;

	private ByteSize() {
	}

	/**
	 * Return a size in a unit that leaves two digits at least.
	 * @param bytes the number of bytes, negative if there is none
	 * @return the size, such as {@code "118 MB"}
	 */
	static String of(long bytes) {
		if (bytes < 0) {
			return "";
		}
		int unit = 0;
		double size = bytes;
		while (size >= 10 * STEP) {
			size /= STEP;
			unit++;
		}
		return String.format(Locale.ROOT, "%.0f %s", Math.floor(size), UNITS[unit]);
	}

}
