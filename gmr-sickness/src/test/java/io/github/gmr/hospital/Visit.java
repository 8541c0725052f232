package io.github.gmr.hospital;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

import io.github.gmr.process.Patient;
import io.github.gmr.process.TextReport;

/**
 * Looks at a case on a JDK.
 *
 * @param sick the case
 * @param jdk the JDK
 * @param directory a directory for the files of the process
 */
record Visit(Case sick, Jdk jdk, Path directory) {

	/**
	 * A finding with its chain and what follows from it: lines that are indented.
	 */
	private static final Pattern FINDING = Pattern.compile("^(?:CRITICAL|WARNING|INFO): .*(?:\\n .*)*",
			Pattern.MULTILINE);

	private static final Pattern WARNING = Pattern.compile("^ *(?:CRITICAL|WARNING): .*$", Pattern.MULTILINE);

	/**
	 * Ask a sick one for its first report.
	 * @param after how long after it became sick
	 * @return the result
	 */
	Result firstReport(Duration after) {
		try (Patient patient = Cpus.start(() -> this.sick.start(this.jdk, this.directory))) {
			this.sick.fallIll(patient);
			pause(after);
			FirstLine firstLine = new FirstLine(patient);
			TextReport report = Cpus.quietly(() -> {
				firstLine.await();
				return this.sick.report(patient, this.directory);
			});
			String finding = first(FINDING, report.section("Findings"));
			boolean named = !finding.isEmpty()
					&& this.sick.says().stream().allMatch((says) -> says.matcher(finding).find());
			Result result = new Result(this.sick.ward(), this.sick.title(), this.jdk.feature(), named, finding,
					firstLine.millis());
			result.keep(report.text());
			return result;
		}
	}

	/**
	 * Ask a healthy one for a report each minute, until one has a warning.
	 * @param minutes how many minutes
	 * @return the result
	 */
	Result reports(long minutes) {
		try (Patient patient = Cpus.start(() -> this.sick.start(this.jdk, this.directory))) {
			this.sick.fallIll(patient);
			String warning = "";
			String text = "";
			for (long i = 0; i < minutes && warning.isEmpty(); i++) {
				pause(Duration.ofMinutes(1));
				TextReport report = patient.report();
				warning = first(WARNING, report.section("Findings"));
				text = report.text();
			}
			Result result = new Result(this.sick.ward(), this.sick.title(), this.jdk.feature(), warning.isEmpty(),
					warning, 0);
			result.keep(text);
			return result;
		}
	}

	private static void pause(Duration time) {
		long end = System.nanoTime() + time.toNanos();
		while (System.nanoTime() < end) {
			LockSupport.parkNanos(end - System.nanoTime());
		}
	}

	private static String first(Pattern pattern, String text) {
		List<String> all = pattern.matcher(text).results().map((match) -> match.group().strip()).toList();
		return all.isEmpty() ? "" : all.get(0);
	}

	/**
	 * Sees the first line of a report on stderr.
	 */
	private static final class FirstLine {

		private final Patient patient;

		private final Thread thread;

		private long asked;

		private volatile long millis = -1;

		private FirstLine(Patient patient) {
			this.patient = patient;
			this.thread = new Thread(this::watch, "first line");
			this.thread.setDaemon(true);
		}

		private void await() {
			this.asked = System.nanoTime();
			this.thread.start();
		}

		private void watch() {
			while (!this.patient.stderr().contains("Guru Meditation") && this.patient.isAlive()) {
				LockSupport.parkNanos(2_000_000);
			}
			this.millis = (System.nanoTime() - this.asked) / 1_000_000;
		}

		private long millis() {
			try {
				this.thread.join();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return this.millis;
		}

	}

}
