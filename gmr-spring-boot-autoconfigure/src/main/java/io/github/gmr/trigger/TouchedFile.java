package io.github.gmr.trigger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;

import io.github.gmr.report.Workers;
import io.github.gmr.report.Workers.StuckException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody touches to ask for a report, where a signal cannot be delivered.
 * Every change of its modification time counts, forward or back, and its creation. Its
 * content is never read. A file that is not a regular one, or belongs to somebody else
 * than the user of this process or root, does not count.
 */
final class TouchedFile {

	private static final Log logger = LogFactory.getLog(TouchedFile.class);

	private static final Duration LIMIT = Duration.ofSeconds(1);

	private final Path path;

	private final Duration pollInterval;

	private final Workers workers;

	private final Runnable request;

	private @Nullable FileTime seen;

	private @Nullable String complaint;

	private boolean polled;

	TouchedFile(Path path, Duration pollInterval, Workers workers, Runnable request) {
		this.path = path;
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
	 */
	void poll() {
		try {
			changedTo(this.workers.call(this::modificationTime, LIMIT));
		}
		catch (StuckException | RejectedExecutionException ex) {
			complain("it cannot be looked at in time");
		}
		catch (ExecutionException ex) {
			complain(String.valueOf(ex.getCause()));
		}
	}

	private void changedTo(@Nullable FileTime time) {
		boolean changed = this.polled && time != null && !time.equals(this.seen);
		this.polled = true;
		this.seen = time;
		if (changed) {
			this.request.run();
		}
	}

	private @Nullable FileTime modificationTime() throws IOException {
		try {
			BasicFileAttributes attributes = Files.readAttributes(this.path, BasicFileAttributes.class,
					LinkOption.NOFOLLOW_LINKS);
			if (!attributes.isRegularFile()) {
				complain("it is not a regular file");
				return null;
			}
			if (!FileOwner.isTrusted(this.path)) {
				complain("it belongs neither to the user of this process nor to root");
				return null;
			}
			return attributes.lastModifiedTime();
		}
		catch (NoSuchFileException ex) {
			return null;
		}
	}

	private void complain(String complaint) {
		if (!Objects.equals(complaint, this.complaint)) {
			this.complaint = complaint;
			logger.warn("Touching '" + this.path + "' asks for no Guru Meditation Report: " + complaint);
		}
	}

}
