package io.github.gmr.view;

import java.io.IOException;
import java.io.StringReader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Parses what is meant to be well-formed, and nothing else.
 */
public final class StrictXml {

	private StrictXml() {
	}

	public static Document parse(String xml) {
		try {
			DocumentBuilder builder = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
			builder.setErrorHandler(new Strict());
			return builder.parse(new InputSource(new StringReader(xml)));
		}
		catch (SAXException | IOException | ParserConfigurationException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	public static Stream<Element> elements(Document document) {
		NodeList all = document.getElementsByTagName("*");
		return IntStream.range(0, all.getLength()).mapToObj((index) -> (Element) all.item(index));
	}

	public static Set<String> elementNames(Document document) {
		return elements(document).map(Element::getTagName).collect(Collectors.toSet());
	}

	private static final class Strict implements ErrorHandler {

		@Override
		public void warning(SAXParseException ex) throws SAXException {
			throw ex;
		}

		@Override
		public void error(SAXParseException ex) throws SAXException {
			throw ex;
		}

		@Override
		public void fatalError(SAXParseException ex) throws SAXException {
			throw ex;
		}

	}

}
