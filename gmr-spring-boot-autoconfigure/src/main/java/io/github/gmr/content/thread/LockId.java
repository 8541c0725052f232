package io.github.gmr.content.thread;

/**
 * What tells one lock from another: two of the same class and the same identity hash code
 * are taken for one.
 *
 * @param className the class of the lock
 * @param hash its identity hash code
 */
public record LockId(String className, int hash) {

	private static final String ZEROS = "0x" + "0".repeat(16);

	/**
	 * Return the identity hash code as HotSpot writes it.
	 * @return the code, such as {@code "0x000000001b2c6cd2"}
	 */
	public String hex() {
		String digits = Integer.toHexString(this.hash);
		return ZEROS.substring(0, ZEROS.length() - digits.length()) + digits;
	}

	@Override
	public int hashCode() {
		return this.hash;
	}

	@Override
	public String toString() {
		return "<" + hex() + "> (a " + this.className + ")";
	}

}
