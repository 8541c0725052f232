package io.github.gmr.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Warns of a report directory that every user may write to, such as an {@code emptyDir}
 * volume, or that belongs to another user: others can delete reports there. Runs on a
 * worker, as a file system may hang.
 */
class DirectoryCheck implements Runnable {

	private static final Log logger = LogFactory.getLog(DirectoryCheck.class);

	private static final int WRITABLE_BY_OTHERS = 0002;

	private static final int STICKY = 01000;

	private static final Path PROCESS = Path.of("/proc/self");

	private final Path directory;

	DirectoryCheck(Path directory) {
		this.directory = directory;
	}

	private static boolean isTrusted(Object owner) throws IOException {
		return owner.equals(0) || owner.equals(Files.getAttribute(PROCESS, "unix:uid"));
	}

	@Override
	public void run() {
		try {
			int mode = (int) Files.getAttribute(this.directory, "unix:mode");
			if ((mode & WRITABLE_BY_OTHERS) != 0 && (mode & STICKY) == 0) {
				logger.warn("The report directory '" + this.directory + "' can be written by everybody and has no "
						+ "sticky bit: others can delete reports, though not read or forge them");
			}
			if (!isTrusted(Files.getAttribute(this.directory, "unix:uid"))) {
				logger.warn("The report directory '" + this.directory + "' belongs to the user '"
						+ Files.getOwner(this.directory)
						+ "', who can delete reports and put links in its place. Use one "
						+ "of the user that runs this application");
			}
		}
		catch (IOException | RuntimeException ex) {
			// There is none yet, or its file system knows no modes
		}
	}

}
