package io.github.gmr.actuate;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.gmr.report.FindingCounts;
import io.github.gmr.report.ReportHead;
import io.github.gmr.report.ReportedProcess;
import io.github.gmr.sink.RenderedReport;
import io.github.gmr.sink.RenderedReport.Format;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/**
 * Tests for {@link CarriedHeader}.
 */
class CarriedHeaderTests {

	private final Map<String, String> response = new LinkedHashMap<>();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			text/plain;charset=UTF-8 | txt  | my-shop_gurumeditation_19700101000000_47_1.txt
			application/json         | json | my-shop_gurumeditation_19700101000000_47_1.json
			text/csv;header=present  | csv  | my-shop_gurumeditation_19700101000000_47_1.csv
			""")
	void unpackWhenMediaTypeIsThatOfReportNamesItsFile(String mediaType, String extension, String name)
			throws IOException {
		MimeType carrier = CarriedHeader.FILE_NAME.addTo(MimeTypeUtils.parseMimeType(mediaType),
				report(mediaType, extension).fileName());
		CarriedHeader.unpack(carrier.toString(), this.response::put);
		assertThat(this.response).containsOnly(entry("Content-Type", mediaType),
				entry("Content-Disposition", "inline; filename=\"" + name + "\""));
	}

	@Test
	void unpackWhenServerHasRewrittenMediaTypeNamesFile() {
		CarriedHeader.unpack("Text/HTML; name=shop_1.html ; charset=utf-8", this.response::put);
		assertThat(this.response).containsOnly(entry("Content-Type", "text/html;charset=utf-8"),
				entry("Content-Disposition", "inline; filename=\"shop_1.html\""));
	}

	@Test
	void unpackWhenMediaTypeCarriesSeveralHeadersSetsAll() {
		MimeType carrier = CarriedHeader.RETRY_AFTER
			.addTo(CarriedHeader.FILE_NAME.addTo(MimeTypeUtils.TEXT_PLAIN, "shop_1.txt"), "42");
		CarriedHeader.unpack(carrier.toString(), this.response::put);
		assertThat(this.response).containsOnly(entry("Content-Type", "text/plain"), entry("Retry-After", "42"),
				entry("Content-Disposition", "inline; filename=\"shop_1.txt\""));
	}

	@Test
	void unpackWhenHeaderHasSeparatorsSetsItAsItIs() {
		MimeType carrier = CarriedHeader.FINDINGS.addTo(MimeTypeUtils.TEXT_PLAIN, "critical=1, warning=2, info=0");
		CarriedHeader.unpack(carrier.toString(), this.response::put);
		assertThat(this.response).containsOnly(entry("Content-Type", "text/plain"),
				entry("Gmr-Findings", "critical=1, warning=2, info=0"));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "text/plain", "text/plain;charset=UTF-8", "nonsense", "text/plain;name" })
	void unpackWhenMediaTypeCarriesNothingSetsNothing(@Nullable String mediaType) {
		CarriedHeader.unpack(mediaType, this.response::put);
		assertThat(this.response).isEmpty();
	}

	private static RenderedReport report(String mediaType, String extension) throws IOException {
		ReportHead head = new ReportHead(1, Instant.EPOCH, List.of(), 0, new ReportedProcess(47, "host", "my shop"));
		return RenderedReport.render(head, FindingCounts.of(List.of()), new Format("any", mediaType, extension),
				(out) -> {
				});
	}

}
