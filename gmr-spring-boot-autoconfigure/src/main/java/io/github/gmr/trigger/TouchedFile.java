package io.github.gmr.trigger;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.concurrent.Executors;

import io.github.gmr.worker.Outcome;
import io.github.gmr.worker.Outcome.Done;
import io.github.gmr.worker.Outcome.Failed;
import io.github.gmr.worker.Workers;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * A file that is touched to request a report, where a signal cannot be delivered. Every
 * change of its modification time counts, forward or back, and its creation. Its content
 * is never read. A file that is not a regular one, or belongs to neither the user of this
 * process nor root, does not count. Polled by one thread, the {@link TriggerThread}.
 */
final class TouchedFile {

	private static final Log logger = LogFactory.getLog(TouchedFile.class);

	private static final Duration LIMIT = Duration.ofSeconds(1);

	private final Path path;

	private final Duration pollInterval;

	private final Workers workers;

	private final Runnable request;

	private final File file;

	private @Nullable FileTime seen;

	private long seenMillis;

	private @Nullable String complaint;

	private boolean polled;

	TouchedFile(Path path, Duration pollInterval, Workers workers, Runnable request) {
		this.path = path;
		this.file = path.toFile();
		this.pollInterval = pollInterval;
		this.workers = workers;
		this.request = request;
	}

	Duration pollInterval() {
		return this.pollInterval;
	}

	boolean isAt(Path path, Duration pollInterval) {
		return this.path.equals(path) && this.pollInterval.equals(pollInterval);
	}

	/**
	 * Look at the file, on a worker: a file system may hang. The first look only
	 * remembers what is there.
	 * @param loggingReady whether a warning can be logged, else it waits for a later look
	 */
	void poll(boolean loggingReady) {
		Outcome<Look> outcome = this.workers.attempt(this, this::look, LIMIT);
		if (outcome instanceof Done<Look> done) {
			complain(done.value().complaint(), loggingReady);
			changedTo(done.value().time());
		}
		else if (outcome instanceof Failed<Look> failed) {
			if (failed.cause() instanceof OutOfMemoryError error) {
				throw error;
			}
			complain("it cannot be looked at", loggingReady);
		}
		else {
			complain("it cannot be looked at in time", loggingReady);
		}
	}

	/**
	 * Return whether it is worth a look, without allocating anything: if there is no heap
	 * left, what is set aside for reports must not be spent on looks.
	 * @return whether the modification time is not the one seen last
	 */
	boolean seemsChanged() {
		return this.file.lastModified() != this.seenMillis;
	}

	private void changedTo(@Nullable FileTime time) {
		boolean changed = this.polled && time != null && !time.equals(this.seen);
		this.polled = true;
		this.seen = time;
		this.seenMillis = (time != null) ? time.toMillis() : 0;
		if (changed) {
			this.request.run();
		}
	}

	private Look look() {
		try {
			// First, so that it is linked even if there is no file
			boolean trusted = FileOwner.isTrusted(this.path);
			BasicFileAttributes attributes = Files.readAttributes(this.path, BasicFileAttributes.class,
					LinkOption.NOFOLLOW_LINKS);
			if (!attributes.isRegularFile()) {
				return new Look(null, "it is not a regular file");
			}
			return trusted ? new Look(attributes.lastModifiedTime(), null)
					: new Look(null, "it belongs neither to the user of this process nor to root");
		}
		catch (NoSuchFileException ex) {
			return new Look(null, null);
		}
		catch (IOException ex) {
			return new Look(null, ex.toString());
		}
	}

	/**
	 * Warn once of the same thing, on a worker: whoever logs may wait for ever.
	 */
	private void complain(@Nullable String complaint, boolean loggingReady) {
		if (loggingReady && complaint != null && !complaint.equals(this.complaint)) {
			this.complaint = complaint;
			this.workers.attempt(logger, Executors.callable(
					() -> logger.warn("Touching '" + this.path + "' asks for no Guru Meditation Report: " + complaint)),
					LIMIT);
		}
	}

	/**
	 * What was seen of the file.
	 *
	 * @param time when it was modified, {@code null} if it does not count
	 * @param complaint why it does not count though it is there
	 */
	private record Look(@Nullable FileTime time, @Nullable String complaint) {

	}

}
