package io.github.gmr.actuate;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

import io.github.gmr.sink.RenderedReport;

/**
 * The rendered reports that clients are reading. As they may read as slowly as they like,
 * there is a limit to how much memory all these reports take up.
 */
final class OpenReports {

	private final Map<RenderedReport, Integer> readers = new HashMap<>();

	private final long maxSize;

	/**
	 * Create the reports.
	 * @param maxSize how many bytes they may have together
	 */
	OpenReports(long maxSize) {
		this.maxSize = maxSize;
	}

	/**
	 * Return whether a report can be read, too.
	 * @param report the report
	 * @return whether others read it already, or leave room for it
	 */
	synchronized boolean haveRoomFor(RenderedReport report) {
		return this.readers.isEmpty() || this.readers.containsKey(report) || size() + report.size() <= this.maxSize;
	}

	/**
	 * Return how much is being read.
	 * @return the number of bytes
	 */
	synchronized long size() {
		return this.readers.keySet().stream().mapToLong(RenderedReport::size).sum();
	}

	/**
	 * Let somebody read a report.
	 * @param report the report
	 * @return the bytes, to be closed by the reader
	 */
	InputStream open(RenderedReport report) {
		count(report, 1);
		return new Reading(report);
	}

	private synchronized void count(RenderedReport report, int change) {
		this.readers.merge(report, change, (before, more) -> (before + more > 0) ? before + more : null);
	}

	/**
	 * What one of them reads.
	 */
	private final class Reading extends FilterInputStream {

		private final RenderedReport report;

		private boolean closed;

		private Reading(RenderedReport report) {
			super(report.inputStream());
			this.report = report;
		}

		@Override
		public synchronized void close() throws IOException {
			if (!this.closed) {
				this.closed = true;
				count(this.report, -1);
			}
			super.close();
		}

	}

}
