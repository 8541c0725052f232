package io.github.gmr.actuate;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;

import io.github.gmr.report.ReportHead;
import io.github.gmr.report.ReportedProcess;
import io.github.gmr.sink.RenderedReport;
import io.github.gmr.sink.RenderedReport.Format;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OpenReports}.
 */
class OpenReportsTests {

	private final OpenReports open = new OpenReports(10);

	@Test
	void haveRoomForWhenNobodyReadsIsTrueHoweverLongTheReportIs() throws IOException {
		assertThat(this.open.haveRoomFor(report(11))).isTrue();
	}

	@Test
	void haveRoomForCountsReportOnceHoweverManyReadIt() throws IOException {
		RenderedReport shared = report(6);
		try (InputStream first = this.open.open(shared); InputStream second = this.open.open(shared)) {
			assertThat(first.readAllBytes()).hasSize(6).isEqualTo(second.readAllBytes());
			assertThat(this.open.size()).isEqualTo(6);
			assertThat(this.open.haveRoomFor(shared)).isTrue();
			assertThat(this.open.haveRoomFor(report(4))).isTrue();
			assertThat(this.open.haveRoomFor(report(5))).isFalse();
		}
		assertThat(this.open.size()).isZero();
	}

	@Test
	void closeWhenClosedBeforeHasNoEffect() throws IOException {
		RenderedReport shared = report(6);
		InputStream first = this.open.open(shared);
		InputStream second = this.open.open(shared);
		first.close();
		first.close();
		assertThat(this.open.size()).isEqualTo(6);
		second.close();
		assertThat(this.open.size()).isZero();
	}

	private static RenderedReport report(int size) throws IOException {
		ReportHead head = new ReportHead(1, Instant.EPOCH, List.of(), 0, new ReportedProcess(1, "host", "orders"));
		return RenderedReport.render(head, new Format("text", "text/plain", "txt"), (out) -> out.write(new byte[size]));
	}

}
