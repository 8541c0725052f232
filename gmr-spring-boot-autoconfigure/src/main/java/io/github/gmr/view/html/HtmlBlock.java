package io.github.gmr.view.html;

import java.io.IOException;

/**
 * Content that is ready to be written as HTML, which looks different by where it stands.
 */
@FunctionalInterface
interface HtmlBlock {

	/**
	 * Write the block as all that a section says.
	 * @throws IOException if the output fails
	 */
	void write() throws IOException;

	/**
	 * Write the block into the element of a field, an item or a cell.
	 * @throws IOException if the output fails
	 */
	default void writeInside() throws IOException {
		write();
	}

	/**
	 * Return whether the block is a single value, which stands beside its name.
	 * @return whether it is
	 */
	default boolean isSingle() {
		return false;
	}

	/**
	 * Return whether the block is a number, which stands at the right of its column.
	 * @return whether it is
	 */
	default boolean isNumber() {
		return false;
	}

}
