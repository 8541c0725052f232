package io.github.gmr.content;

/**
 * A value whose every method fails.
 */
final class Broken {

	@Override
	public boolean equals(Object other) {
		throw new IllegalStateException("broken equals");
	}

	@Override
	public int hashCode() {
		throw new IllegalStateException("broken hashCode");
	}

	@Override
	public String toString() {
		throw new IllegalStateException("broken toString");
	}

}
