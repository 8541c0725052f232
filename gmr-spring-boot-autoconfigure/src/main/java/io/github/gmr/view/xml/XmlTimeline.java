package io.github.gmr.view.xml;

import java.io.IOException;

import io.github.gmr.content.Timeline;
import io.github.gmr.content.figure.FigureReading;
import io.github.gmr.content.figure.FigureSeries;
import io.github.gmr.view.Markup;
import io.github.gmr.view.PlainNumber;
import io.github.gmr.view.Word;
import org.jspecify.annotations.Nullable;

/**
 * Writes a timeline as XML: an element for each figure, with its readings in the order of
 * the columns, and its samples. What is not known stays empty.
 */
final class XmlTimeline implements XmlElement {

	private final Timeline timeline;

	private final Markup xml;

	XmlTimeline(Timeline timeline, Markup xml) {
		this.timeline = timeline;
		this.xml = xml;
	}

	@Override
	public void write() throws IOException {
		this.xml.start("timeline").attribute("from", this.timeline.from().toString());
		this.xml.attribute("stepMs", this.timeline.step().toMillis());
		this.xml.attribute("omitted", this.timeline.omitted()).line().start("columns");
		for (String column : this.timeline.columns()) {
			this.xml.line().element("column", column);
		}
		this.xml.line().end();
		for (FigureSeries figure : this.timeline.figures()) {
			write(figure);
		}
		this.xml.line().end();
	}

	private void write(FigureSeries figure) throws IOException {
		this.xml.line().start("figure").attribute("name", figure.name()).attribute("unit", figure.unit());
		this.xml.attribute("kind", Word.of(figure.kind())).attribute("highest", figure.highest());
		for (FigureReading reading : figure.readings()) {
			write(reading);
		}
		this.xml.line();
		for (Double sample : figure.samples()) {
			this.xml.element("sample", number(sample));
		}
		this.xml.line().end();
	}

	private void write(FigureReading reading) throws IOException {
		this.xml.line().start("reading");
		if (reading.number() != null) {
			this.xml.attribute("number", number(reading.number()));
		}
		this.xml.text(reading.words()).end();
	}

	private static String number(@Nullable Double number) {
		return (number != null) ? PlainNumber.of(number).toString() : "";
	}

}
