package io.github.gmr.sickness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.gmr.process.ClassPath;
import io.github.gmr.process.Patient;
import io.github.gmr.process.PatientBuilder;
import io.github.gmr.process.TextReport;
import io.github.gmr.sick.Root;

/**
 * How a {@link Clinic} is started.
 */
enum PatientKind {

	/**
	 * With small pools, and limits of seconds where they are minutes otherwise.
	 */
	USUAL {

		@Override
		PatientBuilder builder(Path directory) {
			return super.builder(directory)
				.jvm("-Djdk.virtualThreadScheduler.parallelism=1", "-Djdk.virtualThreadScheduler.maxPoolSize=1",
						"-XX:MaxDirectMemorySize=64m")
				.arguments("--gmr.sink.file.directory=" + directory.resolve("reports"),
						"--gmr.sink.stderr.enabled=true");
		}

		@Override
		String[] limits() {
			return new String[] { "--gmr.section.threads.unmoved-threshold=10m" };
		}

	},

	/**
	 * With limits of some seconds for what must last to be a sickness, and, where that is
	 * allowed, in front of what else the machine does: a thread that never waits has a
	 * CPU then.
	 */
	LASTING {

		@Override
		PatientBuilder builder(Path directory) {
			return super.builder(directory).prepared("renice -n -15 -p $$ >/dev/null 2>&1");
		}

		@Override
		String[] limits() {
			return new String[] { "--gmr.section.threads.unmoved-threshold=8s" };
		}

	},

	/**
	 * With a small heap, and trends of seconds.
	 */
	CHANGING {

		@Override
		PatientBuilder builder(Path directory) {
			return super.builder(directory).jvm("-XX:+UseG1GC", "-Xmx240m");
		}

		@Override
		String[] limits() {
			return new String[] { "--gmr.pulse.growth-threshold=8s" };
		}

	},

	/**
	 * With a small heap and a small metaspace.
	 */
	SMALL {

		@Override
		PatientBuilder builder(Path directory) {
			return super.builder(directory).jvm("-XX:+UseG1GC", "-Xmx160m", "-XX:MaxMetaspaceSize=128m");
		}

	},

	/**
	 * With hardly any room for compiled code.
	 */
	CRAMPED {

		@Override
		PatientBuilder builder(Path directory) {
			return super.builder(directory).jvm("-XX:ReservedCodeCacheSize=9m", "-XX:InitialCodeCacheSize=9m",
					"-XX:-UseCodeCacheFlushing");
		}

	},

	/**
	 * With a collector for small machines on what it takes for a large one, which may
	 * hardly stop it.
	 */
	SERIAL {

		@Override
		PatientBuilder builder(Path directory) {
			return super.builder(directory).jvm("-XX:+UseSerialGC", "-XX:ActiveProcessorCount=8", "-Xmx600m");
		}

		@Override
		String[] limits() {
			return new String[] { "--gmr.section.memory.pause-threshold=200ms" };
		}

	},

	/**
	 * With few file descriptors and a small disk, in what it takes for a container of one
	 * and a half CPUs.
	 */
	CONTAINED {

		@Override
		PatientBuilder builder(Path directory) {
			return super.builder(directory).under(Root.withFileSystem("size=16m", createDirectory(directory, "disk")))
				.prepared("mount --bind " + controlGroup(directory) + " /sys/fs/cgroup && ulimit -n 600")
				.jvm("-Djava.io.tmpdir=" + directory.resolve("disk"));
		}

		private static Path controlGroup(Path directory) {
			Path group = createDirectory(directory, "cgroup");
			write(group, "cgroup.controllers", "cpu memory pids");
			write(group, "memory.max", "1073741824");
			write(group, "memory.current", "314572800");
			write(group, "memory.events", "oom 0\noom_kill 0");
			write(group, "cpu.max", "150000 100000");
			write(group, "cpu.stat", "nr_periods 400\nnr_throttled 2");
			write(group, "pids.max", "200");
			write(group, "pids.current", "60");
			return group;
		}

	},

	/**
	 * Not ready yet.
	 */
	WAITING {

		@Override
		PatientBuilder builder(Path directory) {
			return super.builder(directory).arguments("--clinic.waits=true");
		}

		@Override
		String started() {
			return "(?m)^waiting$";
		}

	},

	/**
	 * Closed by its condition, and so gone afterwards.
	 */
	CLOSING {

		@Override
		PatientBuilder builder(Path directory) {
			return super.builder(directory).jvm("-Xmx160m");
		}

	},

	/**
	 * Without signals, so that a file has to be touched.
	 */
	WITHOUT_SIGNALS {

		@Override
		PatientBuilder builder(Path directory) {
			return super.builder(directory).jvm("-Xrs")
				.arguments("--gmr.touch-file.path=" + directory.resolve("touched"),
						"--gmr.touch-file.poll-interval=50ms");
		}

		@Override
		TextReport report(Patient patient, Path directory) {
			return patient.reportOf(() -> write(directory, "touched", "now"));
		}

	};

	/**
	 * What lets a process be sick in seconds.
	 */
	private static final String[] SHORT = { "--gmr.report.min-interval=0s", "--gmr.pulse.interval=500ms",
			"--gmr.report.section-timeout=6s", "--gmr.report.timeout=40s", "--gmr.section.web.request-threshold=2s",
			"--gmr.section.running-work.call-threshold=2s", "--gmr.section.waits.work-threshold=2s",
			"--gmr.section.executors.running-threshold=10ms", "--gmr.section.scheduled-tasks.overdue-threshold=2s",
			"--gmr.section.scheduled-tasks.running-threshold=2s" };

	/**
	 * Start a process that need not be sick for long.
	 * @param directory a directory for its files
	 * @return the process, once it is as far as it should come
	 */
	Patient start(Path directory) {
		return builder(directory).arguments(SHORT).arguments(limits()).startUntil(started());
	}

	/**
	 * Start a process with the limits that there are by default.
	 * @param java the Java to run on
	 * @param directory a directory for its files
	 * @return the process, once it is as far as it should come
	 */
	Patient startUsual(Path java, Path directory) {
		return builder(directory).java(java).startUntil(started());
	}

	/**
	 * Return limits that are shorter still.
	 * @return the arguments
	 */
	String[] limits() {
		return new String[0];
	}

	PatientBuilder builder(Path directory) {
		return Patient.main(Clinic.class, ClassPath.ofTest())
			.jvm(PatientBuilder.SHORT_LIVED)
			.arguments("--spring.main.banner-mode=off", "--server.address=127.0.0.1", "--server.port=0",
					"--server.tomcat.threads.max=8", "--server.tomcat.max-connections=50",
					"--spring.datasource.hikari.maximum-pool-size=3",
					"--spring.datasource.hikari.connection-timeout=600000", "--spring.task.scheduling.pool.size=2",
					"--management.health.defaults.enabled=false", "--management.endpoint.health.probes.enabled=false",
					"--gmr.section.health.enabled=true");
	}

	String started() {
		return "(?m)^ready$";
	}

	/**
	 * Ask for a report.
	 * @param patient the process
	 * @param directory the directory for its files
	 * @return the report
	 */
	TextReport report(Patient patient, Path directory) {
		return patient.report();
	}

	private static Path createDirectory(Path parent, String name) {
		try {
			return Files.createDirectory(parent.resolve(name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void write(Path directory, String file, String text) {
		try {
			Files.writeString(directory.resolve(file), text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
