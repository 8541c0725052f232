package io.github.gmr.view.xml;

import java.io.IOException;

import io.github.gmr.view.Expected;
import io.github.gmr.view.Hostile;
import io.github.gmr.view.SampleReport;
import io.github.gmr.view.StrictXml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link XmlReportView}.
 */
class XmlReportViewTests {

	private static final String[] ELEMENTS = { "guruMeditation", "report", "triggers", "trigger", "time", "sequence",
			"merged", "pid", "host", "application", "durationMs", "omitted", "name", "findings", "finding", "summary",
			"next", "section", "sections", "fields", "field", "items", "text", "value", "table", "columns", "column",
			"row", "settings", "setting", "threads", "group", "thread", "lock", "stack", "frame", "failure", "cause",
			"message", "subject", "place", "evidence", "holders", "chain", "link", "since", "consequences", "checks",
			"check", "timeline", "figure", "reading", "sample" };

	private final XmlReportView view = new XmlReportView();

	@Test
	void writeWritesWholeReport() throws IOException {
		assertThat(SampleReport.write(this.view, SampleReport.whole())).isEqualTo(Expected.output("sample.xml"));
	}

	@Test
	void writeWritesWellFormedXmlOfItsOwnElements() {
		Document document = StrictXml.parse(SampleReport.write(this.view, SampleReport.whole()));
		assertThat(StrictXml.elementNames(document)).containsExactlyInAnyOrder(ELEMENTS);
	}

	@ParameterizedTest
	@EnumSource
	void writeWhenHostileWritesVisibleXml(Hostile hostile) {
		String xml = SampleReport.write(this.view, SampleReport.hostile(hostile.text()));
		assertThat(xml).matches(Hostile.VISIBLE);
		Document document = StrictXml.parse(xml);
		assertThat(StrictXml.elementNames(document)).isSubsetOf(ELEMENTS);
		assertThat(document.getDocumentElement().getTextContent()).contains(hostile.visible());
	}

	@Test
	void parserWhenXmlIsBrokenFails() {
		String xml = SampleReport.write(this.view, SampleReport.whole());
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> StrictXml.parse(xml.replace("</section>", "")));
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> StrictXml.parse(xml.replace("4711", "\u0000")));
	}

}
