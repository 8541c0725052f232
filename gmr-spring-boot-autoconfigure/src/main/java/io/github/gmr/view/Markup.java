package io.github.gmr.view;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes elements that are well-formed whatever text they hold. Names of elements and
 * attributes are the view's own, never data.
 */
public final class Markup {

	private static final XMLOutputFactory factory = XMLOutputFactory.newDefaultFactory();

	private final XMLStreamWriter writer;

	private Markup(XMLStreamWriter writer) {
		this.writer = writer;
	}

	/**
	 * Return markup that is written to a stream in UTF-8.
	 * @param out the stream, stays open
	 * @return the markup
	 * @throws IOException if there is no writer
	 */
	public static Markup to(OutputStream out) throws IOException {
		Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
		try {
			return new Markup(factory.createXMLStreamWriter(writer));
		}
		catch (XMLStreamException ex) {
			throw failed(ex);
		}
	}

	/**
	 * Write the first line of an XML document.
	 * @return this markup
	 * @throws IOException if the output fails
	 */
	public Markup declaration() throws IOException {
		return write((writer) -> writer.writeStartDocument("UTF-8", "1.0"));
	}

	/**
	 * Write the first line of an HTML document.
	 * @return this markup
	 * @throws IOException if the output fails
	 */
	public Markup doctype() throws IOException {
		return write((writer) -> writer.writeDTD("<!DOCTYPE html>"));
	}

	public Markup start(String element) throws IOException {
		return write((writer) -> writer.writeStartElement(element));
	}

	/**
	 * Write an element that never has content. Attributes may follow.
	 * @param element the name of the element
	 * @return this markup
	 * @throws IOException if the output fails
	 */
	public Markup empty(String element) throws IOException {
		return write((writer) -> writer.writeEmptyElement(element));
	}

	/**
	 * Start an element of a class.
	 * @param element the name of the element
	 * @param type the class, the view's own
	 * @return this markup
	 * @throws IOException if the output fails
	 */
	public Markup start(String element, String type) throws IOException {
		return start(element).attribute("class", type);
	}

	/**
	 * Add an attribute to the element that was started last.
	 * @param name the name of the attribute
	 * @param value its value, any text
	 * @return this markup
	 * @throws IOException if the output fails
	 */
	public Markup attribute(String name, String value) throws IOException {
		return write((writer) -> writer.writeAttribute(name, Visible.line(value)));
	}

	public Markup attribute(String name, long value) throws IOException {
		return attribute(name, Long.toString(value));
	}

	public Markup text(String text) throws IOException {
		return write((writer) -> writer.writeCharacters(Visible.of(text)));
	}

	public Markup end() throws IOException {
		return write(XMLStreamWriter::writeEndElement);
	}

	/**
	 * Write an element that holds nothing but text.
	 * @param name the name of the element
	 * @param text the text
	 * @return this markup
	 * @throws IOException if the output fails
	 */
	public Markup element(String name, String text) throws IOException {
		return start(name).text(text).end();
	}

	/**
	 * Write an element of a class that holds nothing but text.
	 * @param name the name of the element
	 * @param type the class, the view's own
	 * @param text the text
	 * @return this markup
	 * @throws IOException if the output fails
	 */
	public Markup element(String name, String type, String text) throws IOException {
		return start(name, type).text(text).end();
	}

	/**
	 * Start a line, for those who look at the source.
	 * @return this markup
	 * @throws IOException if the output fails
	 */
	public Markup line() throws IOException {
		return write((writer) -> writer.writeCharacters("\n"));
	}

	/**
	 * Return a writer of text of the element that was started last.
	 * @return the writer, to be used by the piece: each piece is well-formed by itself
	 */
	public Writer writer() {
		return new TextWriter();
	}

	public void flush() throws IOException {
		write(XMLStreamWriter::flush);
	}

	private Markup write(Step step) throws IOException {
		try {
			step.write(this.writer);
			return this;
		}
		catch (XMLStreamException ex) {
			throw failed(ex);
		}
	}

	private static IOException failed(XMLStreamException ex) {
		return (ex.getNestedException() instanceof IOException cause) ? cause : new IOException(ex);
	}

	private final class TextWriter extends Writer {

		@Override
		public void write(String text) throws IOException {
			text(text);
		}

		@Override
		public void write(char[] chars, int offset, int length) throws IOException {
			text(new String(chars, offset, length));
		}

		@Override
		public void flush() {
		}

		@Override
		public void close() {
		}

	}

	@FunctionalInterface
	private interface Step {

		void write(XMLStreamWriter writer) throws XMLStreamException;

	}

}
