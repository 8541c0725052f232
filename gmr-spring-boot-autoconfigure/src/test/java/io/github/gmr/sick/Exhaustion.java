package io.github.gmr.sick;

import java.io.FileInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Takes all that the operating system grants.
 */
final class Exhaustion {

	private static final int ATTEMPTS = 20;

	private static final long PAUSE = Duration.ofMillis(20).toNanos();

	private static final List<FileInputStream> files = new ArrayList<>(100_000);

	private Exhaustion() {
	}

	/**
	 * Start threads until no more can be started.
	 */
	static void ofThreads() {
		try {
			while (true) {
				Thread thread = new Thread(null, Locks::waitForEver, "one-too-many", 64 * 1024);
				thread.setDaemon(true);
				thread.start();
			}
		}
		catch (OutOfMemoryError ex) {
			// That is what was wanted
		}
	}

	/**
	 * Open files until no more can be opened, and those that other threads had open for a
	 * moment: the compiler of the JVM reads the limits of its container again and again.
	 */
	static void ofFiles() {
		for (int i = 0; i < ATTEMPTS; i++) {
			openFiles();
			LockSupport.parkNanos(PAUSE);
		}
	}

	private static void openFiles() {
		try {
			while (true) {
				files.add(new FileInputStream("/dev/null"));
			}
		}
		catch (IOException ex) {
			// That is what was wanted
		}
	}

	static void closeFiles() throws IOException {
		for (FileInputStream file : files) {
			file.close();
		}
	}

}
