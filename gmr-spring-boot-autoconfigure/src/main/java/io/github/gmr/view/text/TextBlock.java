package io.github.gmr.view.text;

import java.io.IOException;

/**
 * Content as text, which looks different by where it stands. Unless a block says
 * otherwise it stands two columns deeper in other content.
 */
@FunctionalInterface
interface TextBlock {

	/**
	 * Write the block as all that a section says.
	 * @param lines where to write it
	 * @throws IOException if the output fails
	 */
	void write(TextLines lines) throws IOException;

	/**
	 * Write the block as the value of a field.
	 * @param name the name of the field
	 * @param lines where to write it
	 * @throws IOException if the output fails
	 */
	default void writeField(String name, TextLines lines) throws IOException {
		lines.named(name + " = ");
		write(lines.deeper());
	}

	/**
	 * Write the block as an item of a list.
	 * @param lines where to write it
	 * @throws IOException if the output fails
	 */
	default void writeItem(TextLines lines) throws IOException {
		lines.data("[list]");
		write(lines.deeper());
	}

}
