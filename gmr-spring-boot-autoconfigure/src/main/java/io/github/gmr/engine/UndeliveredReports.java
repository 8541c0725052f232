package io.github.gmr.engine;

import java.util.List;
import java.util.Locale;

import io.github.gmr.Publication;
import io.github.gmr.Publication.Delivery;
import io.github.gmr.content.Content;
import io.github.gmr.report.Findings;
import io.github.gmr.report.ReportFinding;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the reports that sinks did not take, until a later report has reported them.
 * Thread-safe.
 */
final class UndeliveredReports {

	private long count;

	private @Nullable String last;

	synchronized void add(Publication publication) {
		for (Delivery delivery : publication.deliveries()) {
			if (!delivery.isSuccess()) {
				this.count++;
				this.last = String.format(Locale.ROOT, "report %d to sink '%s': %s", publication.sequence(),
						delivery.sink(), delivery.error());
			}
		}
	}

	/**
	 * Forget the losses that a report has reported which itself was delivered.
	 * @param publication where that report went
	 * @param reported how many losses it has reported
	 */
	synchronized void reported(Publication publication, long reported) {
		if (publication.deliveries().stream().anyMatch(Delivery::isSuccess)) {
			this.count -= reported;
		}
	}

	synchronized long count() {
		return this.count;
	}

	synchronized List<ReportFinding> findings() {
		return (this.count <= 0) ? List.of()
				: List.of(
						new ReportFinding(Content
							.warning(
									(this.count == 1) ? "%d copy of a report did not reach its sink: %s"
											: "%d copies of reports did not reach their sinks, the last was %s",
									this.count, this.last)
							.id("report-undelivered")
							.evidence("copies", this.count), Findings.TITLE));
	}

}
