package io.github.gmr.sink;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import io.github.gmr.redact.SampleReports;
import io.github.gmr.report.FindingCounts;
import io.github.gmr.report.ReportHead;
import io.github.gmr.sink.RenderedReport.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link RenderedReport}.
 */
class RenderedReportTests {

	private static final ReportHead HEAD = SampleReports.head("orders", 3, "test");

	private static final FindingCounts NONE = FindingCounts.of(List.of());

	private static final Format FORMAT = new Format("text", "text/plain", "txt");

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 65_535, 65_536, 65_537, 131_072, 1_000_003 })
	void renderKeepsBytesOfAnyLength(int length) throws IOException {
		byte[] bytes = new byte[length];
		new Random(length).nextBytes(bytes);
		RenderedReport report = RenderedReport.render(HEAD, NONE, FORMAT, (out) -> out.write(bytes));
		assertThat(report.size()).isEqualTo(length);
		assertThat(report.inputStream().readAllBytes()).isEqualTo(bytes);
		assertThat(report.inputStream().readAllBytes()).as("read again").isEqualTo(bytes);
		assertThat(written(report)).isEqualTo(bytes);
	}

	@Test
	void renderWhenWrittenInPiecesKeepsThemInOrder() throws IOException {
		byte[] bytes = new byte[200_000];
		new Random(1).nextBytes(bytes);
		RenderedReport report = RenderedReport.render(HEAD, NONE, FORMAT, (out) -> {
			out.write(bytes[0]);
			out.write(bytes, 1, 70_000);
			out.write(bytes, 70_001, 0);
			out.write(Arrays.copyOfRange(bytes, 70_001, bytes.length));
		});
		assertThat(written(report)).isEqualTo(bytes);
	}

	@Test
	void renderWhenWriterReusesItsBufferKeepsWhatWasWritten() throws IOException {
		byte[] buffer = { 'a' };
		RenderedReport report = RenderedReport.render(HEAD, NONE, FORMAT, (out) -> {
			out.write(buffer);
			buffer[0] = 'b';
			out.write(buffer);
		});
		assertThat(report.inputStream()).hasContent("ab");
	}

	@Test
	void renderTellsHeadAndFormat() throws IOException {
		RenderedReport report = RenderedReport.render(HEAD, NONE, FORMAT, (out) -> {
		});
		assertThat(report.head()).isEqualTo(HEAD);
		assertThat(report.format()).isEqualTo(FORMAT);
	}

	@Test
	void renderWhenWriterFailsFails() {
		assertThatIOException().isThrownBy(() -> RenderedReport.render(HEAD, NONE, FORMAT, (out) -> {
			out.write('x');
			throw new IOException("half-way");
		})).withMessage("half-way");
	}

	private static byte[] written(RenderedReport report) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		report.writeTo(out);
		return out.toByteArray();
	}

}
