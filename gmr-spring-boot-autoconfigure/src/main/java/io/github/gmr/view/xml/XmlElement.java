package io.github.gmr.view.xml;

import java.io.IOException;

/**
 * An element that is ready to be written.
 */
@FunctionalInterface
interface XmlElement {

	/**
	 * Write the element.
	 * @throws IOException if the output fails
	 */
	void write() throws IOException;

}
