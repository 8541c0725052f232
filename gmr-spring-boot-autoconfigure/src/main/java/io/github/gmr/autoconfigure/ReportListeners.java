package io.github.gmr.autoconfigure;

import java.util.List;

import io.github.gmr.Publication;
import io.github.gmr.ReportListener;
import io.github.gmr.redact.RedactedReport;
import org.jspecify.annotations.Nullable;

/**
 * Notifies several listeners, in their order.
 *
 * @param listeners the listeners in their order
 */
record ReportListeners(List<ReportListener> listeners) implements ReportListener {

	@Override
	public void reported(String trigger, @Nullable RedactedReport report) {
		for (ReportListener listener : this.listeners) {
			listener.reported(trigger, report);
		}
	}

	@Override
	public void published(Publication publication) {
		for (ReportListener listener : this.listeners) {
			listener.published(publication);
		}
	}

}
