package io.github.gmr.actuate;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import io.github.gmr.actuate.ReportsBeingRead.Reservation;
import io.github.gmr.report.FindingCounts;
import io.github.gmr.report.ReportHead;
import io.github.gmr.report.ReportedProcess;
import io.github.gmr.sink.RenderedReport;
import io.github.gmr.sink.RenderedReport.Format;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link ReportsBeingRead}.
 */
class ReportsBeingReadTests {

	private final AtomicLong time = new AtomicLong(Long.MAX_VALUE - 1);

	private final ReportsBeingRead reports = new ReportsBeingRead(10, this.time::get);

	@Test
	void reserveWhenNobodyReadsHasRoomHoweverLongTheReportIs() throws IOException {
		assertThat(this.reports.reserve(report(11))).isPresent();
	}

	@Test
	void reserveCountsReportOnceHoweverManyReadIt() throws IOException {
		RenderedReport shared = report(6);
		try (InputStream first = open(shared); InputStream second = open(shared)) {
			assertThat(first.readAllBytes()).hasSize(6).isEqualTo(second.readAllBytes());
			assertThat(this.reports.size()).isEqualTo(6);
			assertThat(this.reports.reserve(shared)).isPresent();
			assertThat(this.reports.reserve(report(5))).isEmpty();
			assertThat(this.reports.reserve(report(4))).isPresent();
		}
	}

	@Test
	void reserveCountsWhatOthersHaveReservedButNotOpened() throws IOException {
		Reservation first = reserve(report(6));
		assertThat(this.reports.size()).isEqualTo(6);
		assertThat(this.reports.reserve(report(5))).isEmpty();
		first.open().close();
		assertThat(this.reports.size()).isZero();
		assertThat(this.reports.reserve(report(5))).isPresent();
	}

	@Test
	void reserveWhenReservationsWereNeverUsedForgetsThemAfterTheirLimit() throws IOException {
		Reservation dropped = reserve(report(10));
		this.time.addAndGet(ReportsBeingRead.RESERVATION_LIMIT.toNanos() - 1);
		assertThat(this.reports.reserve(report(1))).isEmpty();
		this.time.incrementAndGet();
		assertThat(this.reports.reserve(report(1))).isPresent();
		assertThat(dropped.report().size()).isEqualTo(10);
	}

	@Test
	void reserveWhenReservationIsDroppedLetsReportGo() throws IOException {
		WeakReference<RenderedReport> dropped = new WeakReference<>(reserve(report(10)).report());
		await().until(() -> {
			System.gc();
			return dropped.refersTo(null);
		});
		assertThat(this.reports.size()).isZero();
	}

	@Test
	void openWhenReservationHasReachedItsLimitCountsAgain() throws IOException {
		Reservation slow = reserve(report(6));
		this.time.addAndGet(ReportsBeingRead.RESERVATION_LIMIT.toNanos());
		Reservation other = reserve(report(10));
		try (InputStream stream = slow.open()) {
			assertThat(stream.readAllBytes()).hasSize(6);
			assertThat(this.reports.size()).isEqualTo(16);
		}
		other.open().close();
		assertThat(this.reports.size()).isZero();
	}

	@Test
	void openWhenReadForLongerThanTheLimitStillCounts() throws IOException {
		try (InputStream stream = open(report(6))) {
			this.time.addAndGet(10 * ReportsBeingRead.RESERVATION_LIMIT.toNanos());
			assertThat(this.reports.reserve(report(5))).isEmpty();
			assertThat(stream.readAllBytes()).hasSize(6);
		}
		assertThat(this.reports.reserve(report(5))).isPresent();
	}

	@Test
	void openWhenOpenedBeforeCountsUntilAllAreClosed() throws IOException {
		Reservation reservation = reserve(report(6));
		InputStream first = reservation.open();
		InputStream second = reservation.open();
		first.close();
		assertThat(this.reports.size()).isEqualTo(6);
		second.close();
		assertThat(this.reports.size()).isZero();
	}

	@Test
	void closeWhenClosedBeforeHasNoEffect() throws IOException {
		RenderedReport shared = report(6);
		InputStream first = open(shared);
		InputStream second = open(shared);
		first.close();
		first.close();
		assertThat(this.reports.size()).isEqualTo(6);
		second.close();
		assertThat(this.reports.size()).isZero();
	}

	private InputStream open(RenderedReport report) {
		return reserve(report).open();
	}

	private Reservation reserve(RenderedReport report) {
		return this.reports.reserve(report).orElseThrow();
	}

	private static RenderedReport report(int size) throws IOException {
		ReportHead head = new ReportHead(1, Instant.EPOCH, List.of(), 0, new ReportedProcess(1, "host", "orders"));
		return RenderedReport.render(head, FindingCounts.of(List.of()), new Format("text", "text/plain", "txt"),
				(out) -> out.write(new byte[size]));
	}

}
