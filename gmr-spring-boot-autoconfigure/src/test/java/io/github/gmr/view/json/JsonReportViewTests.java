package io.github.gmr.view.json;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.gmr.content.Content;
import io.github.gmr.view.Expected;
import io.github.gmr.view.FindingPages;
import io.github.gmr.view.Hostile;
import io.github.gmr.view.ReportSchema;
import io.github.gmr.view.SampleReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JsonReportView}.
 */
class JsonReportViewTests {

	private final JsonReportView view = new JsonReportView();

	private final ReportSchema schema = new ReportSchema();

	@Test
	void writeWhenPagesAreHostedLinksThem() throws IOException {
		JsonReportView view = new JsonReportView(new FindingPages("https://docs.example.com/findings"));
		String json = SampleReport.write(view, SampleReport.whole());
		assertThat(json).contains("\"page\":\"https://docs.example.com/findings/threads-deadlocked.md\"");
		assertThat(this.schema.violations(json)).isEmpty();
	}

	@Test
	void writeWritesWholeReport() throws IOException {
		assertThat(SampleReport.write(this.view, SampleReport.whole())).isEqualTo(Expected.output("sample.json"));
	}

	@Test
	void writeWritesOneLine() {
		assertThat(SampleReport.write(this.view, SampleReport.whole())).endsWith("}\n").containsOnlyOnce("\n");
	}

	@Test
	void writeKeepsSchema() {
		assertThat(this.schema.violations(SampleReport.write(this.view, SampleReport.whole()))).isEmpty();
		assertThat(this.schema.violations(SampleReport.write(this.view, SampleReport.single()))).isEmpty();
		assertThat(this.schema.violations(SampleReport.write(this.view, SampleReport.large(100)))).isEmpty();
	}

	@Test
	void schemaWhenDocumentIsWrongFindsIt() {
		String json = SampleReport.write(this.view, SampleReport.whole());
		assertThat(this.schema.violations(json.replace("\"sequence\":3", "\"sequence\":\"3\""))).isNotEmpty();
		assertThat(this.schema.violations(json.replace("\"cpuMs\":12.340", "\"cpuMs\":\"12.340\""))).isNotEmpty();
		assertThat(this.schema.violations(json.replace("\"hidden\":true", "\"hidden\":1"))).isNotEmpty();
		assertThat(this.schema.violations(json.replace("2026-11-23T14:15:16.789Z", "today"))).isNotEmpty();
		assertThat(this.schema.violations(json.replace("\"durationMs\"", "\"duration\""))).isNotEmpty();
		assertThat(this.schema.violations(json.replace("\"stepMs\":5000", "\"stepMs\":0"))).isNotEmpty();
		assertThat(this.schema.violations(json.replace("[4,17,", "[\"4\",17,"))).isNotEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void writeWhenHostileWritesVisibleJson(Hostile hostile) throws IOException {
		String json = SampleReport.write(this.view, SampleReport.hostile(hostile.text()));
		assertThat(this.schema.violations(json)).isEmpty();
		assertThat(json.strip()).matches(Hostile.VISIBLE);
		JsonNode section = new ObjectMapper().readTree(json).get("sections").get(0);
		assertThat(section.get("content").get("text").textValue()).contains(hostile.visible());
	}

	@Test
	void writeWhenNumbersWritesNumbers() {
		String json = SampleReport.write(this.view,
				SampleReport.of(Content.items(List.of(1, 0.5, Double.NaN, true, "1"))));
		assertThat(json).contains("\"content\":[1,0.5,\"NaN\",true,\"1\"]");
	}

}
