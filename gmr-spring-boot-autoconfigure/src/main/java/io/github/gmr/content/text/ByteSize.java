package io.github.gmr.content.text;

/**
 * A number of bytes, which people read in a greater unit and machines as it is.
 *
 * @param bytes the number, not negative
 */
public record ByteSize(long bytes) {

	private static final String PREFIXES = "KMGTPE";

	private static final long STEP = 1024;

	public ByteSize {
		if (bytes < 0) {
			throw new IllegalArgumentException("'bytes' must not be negative but is " + bytes);
		}
	}

	/**
	 * Return the size in a unit that leaves two digits at least.
	 * @return the size, such as {@code "118 MB"}
	 */
	@Override
	public String toString() {
		int unit = 0;
		double size = this.bytes;
		while (size >= 10 * STEP) {
			size /= STEP;
			unit++;
		}
		return (long) size + " " + ((unit > 0) ? PREFIXES.charAt(unit - 1) + "B" : "B");
	}

}
