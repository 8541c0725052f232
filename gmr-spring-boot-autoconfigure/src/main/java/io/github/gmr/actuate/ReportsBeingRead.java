package io.github.gmr.actuate;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.gmr.sink.RenderedReport;

/**
 * The rendered reports that clients read, or are about to. As they may read as slowly as
 * they like, there is a limit to how much memory all these reports take up. Safe for use
 * by several threads.
 */
final class ReportsBeingRead {

	/**
	 * How long a reservation holds unless it is used. Nothing says that it never will be:
	 * a server drops a response without reading it if the client has gone before it was
	 * made, or something fails in between.
	 */
	static final Duration RESERVATION_LIMIT = Duration.ofSeconds(5);

	private final List<RenderedReport> beingRead = new ArrayList<>();

	/**
	 * What is not read yet, and the time of {@link #nanoTime} it is reserved since. Weak,
	 * so that a response that is dropped takes no memory.
	 */
	private final Map<Reservation, Long> reserved = new WeakHashMap<>();

	private final long maxSize;

	private final LongSupplier nanoTime;

	/**
	 * Create the reports.
	 * @param maxSize how many bytes they may have together
	 */
	ReportsBeingRead(long maxSize) {
		this(maxSize, System::nanoTime);
	}

	/**
	 * Create the reports.
	 * @param maxSize how many bytes they may have together
	 * @param nanoTime the time as {@link System#nanoTime()} returns it
	 */
	ReportsBeingRead(long maxSize, LongSupplier nanoTime) {
		this.maxSize = maxSize;
		this.nanoTime = nanoTime;
	}

	/**
	 * Reserve the memory that a report takes up while it is read. A report that is read
	 * already takes up no more.
	 * @param report the report
	 * @return opens the report for one client, empty if others leave no room for it
	 */
	synchronized Optional<Reservation> reserve(RenderedReport report) {
		long now = this.nanoTime.getAsLong();
		this.reserved.values().removeIf((since) -> now - since >= RESERVATION_LIMIT.toNanos());
		if (!hasRoomFor(report)) {
			return Optional.empty();
		}
		Reservation reservation = new Reservation(report);
		this.reserved.put(reservation, now);
		return Optional.of(reservation);
	}

	private boolean hasRoomFor(RenderedReport report) {
		Set<RenderedReport> others = reports();
		return others.isEmpty() || others.contains(report) || size(others) + report.size() <= this.maxSize;
	}

	/**
	 * Return how much is read or reserved.
	 * @return the number of bytes
	 */
	synchronized long size() {
		return size(reports());
	}

	private Set<RenderedReport> reports() {
		return Stream.concat(this.beingRead.stream(), this.reserved.keySet().stream().map(Reservation::report))
			.collect(Collectors.toSet());
	}

	private static long size(Set<RenderedReport> reports) {
		return reports.stream().mapToLong(RenderedReport::size).sum();
	}

	private synchronized void begin(Reservation reservation) {
		this.reserved.remove(reservation);
		this.beingRead.add(reservation.report());
	}

	private synchronized void end(RenderedReport report) {
		this.beingRead.remove(report);
	}

	/**
	 * Lets one client read a report.
	 */
	final class Reservation {

		private final RenderedReport report;

		private Reservation(RenderedReport report) {
			this.report = report;
		}

		RenderedReport report() {
			return this.report;
		}

		/**
		 * Open the report, more than once if several parts of it are asked for. It counts
		 * as read until the stream is closed, also if the reservation no longer holds.
		 * @return the bytes, to be closed by the reader
		 */
		InputStream open() {
			InputStream stream = new Reading(this.report);
			begin(this);
			return stream;
		}

	}

	/**
	 * What one client reads.
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
				end(this.report);
			}
			super.close();
		}

	}

}
