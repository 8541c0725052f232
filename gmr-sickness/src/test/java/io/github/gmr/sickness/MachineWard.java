package io.github.gmr.sickness;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Conditions of the machine and the container. What only the kernel can do to a
 * container, such as throttling it, is written into the files in which it says so.
 */
@Configuration(proxyBeanMethods = false)
class MachineWard {

	private static final long MEGABYTE = 1024 * 1024;

	@Bean("sick disk-full")
	Condition fullDisk() {
		return new Disk(97);
	}

	@Bean("well disk-full")
	Condition halfFullDisk() {
		return new Disk(50);
	}

	@Bean("sick file-descriptors-scarce")
	Condition manyFiles() {
		return new OpenFiles(95);
	}

	@Bean("well file-descriptors-scarce")
	Condition someFiles() {
		return new OpenFiles(80);
	}

	@Bean("sick container-memory-full")
	Condition fullContainer() {
		return kernel("memory.current", Long.toString(980 * MEGABYTE), Long.toString(300 * MEGABYTE));
	}

	@Bean("well container-memory-full")
	Condition containerInUse() {
		return kernel("memory.current", Long.toString(700 * MEGABYTE), Long.toString(300 * MEGABYTE));
	}

	@Bean("sick oom-kill-seen")
	Condition killedProcesses() {
		return kernel("memory.events", "oom 2\noom_kill 2", "oom 0\noom_kill 0");
	}

	@Bean("well oom-kill-seen")
	Condition nearlyKilledProcess() {
		return kernel("memory.events", "oom 3\noom_kill 0", "oom 0\noom_kill 0");
	}

	@Bean("sick native-threads-scarce")
	Condition manyThreads() {
		return kernel("pids.current", "195", "60");
	}

	@Bean("well native-threads-scarce")
	Condition someThreads() {
		return kernel("pids.current", "150", "60");
	}

	@Bean("sick cpu-throttled")
	Condition throttled() {
		return kernel("cpu.stat", "nr_periods 1400\nnr_throttled 602", "nr_periods 9000\nnr_throttled 602");
	}

	@Bean("well cpu-throttled")
	Condition seldomThrottled() {
		return kernel("cpu.stat", "nr_periods 400\nnr_throttled 2", "nr_periods 400\nnr_throttled 2");
	}

	private static Condition kernel(String file, String begin, String end) {
		Path path = Path.of("/sys/fs/cgroup", file);
		return Condition.of(() -> Files.writeString(path, begin), () -> Files.writeString(path, end));
	}

	/**
	 * A disk of temporary files of which some percent are in use.
	 */
	private record Disk(int percent) implements Condition {

		@Override
		public void begin() throws IOException {
			Path file = file();
			long size = Files.getFileStore(file.getParent()).getTotalSpace() * this.percent / 100;
			Files.write(file, new byte[Math.toIntExact(size)]);
		}

		@Override
		public void end() throws IOException {
			Files.delete(file());
		}

		private static Path file() {
			return Path.of(System.getProperty("java.io.tmpdir"), "upload");
		}

	}

	/**
	 * Some percent of the files that the process may open.
	 */
	private record OpenFiles(int percent, Deque<Closeable> files) implements Condition {

		private OpenFiles(int percent) {
			this(percent, new ArrayDeque<>());
		}

		@Override
		public void begin() throws IOException {
			long limit = limit();
			while (count() * 100 < limit * this.percent) {
				this.files.add(Files.newInputStream(Path.of("/dev/null")));
			}
		}

		private static long count() throws IOException {
			try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
				return files.count();
			}
		}

		private static long limit() throws IOException {
			return Files.readAllLines(Path.of("/proc/self/limits"))
				.stream()
				.filter((line) -> line.startsWith("Max open files"))
				.map((line) -> Long.valueOf(line.split(" {2,}")[1]))
				.findFirst()
				.orElseThrow();
		}

		@Override
		public void end() throws IOException {
			while (!this.files.isEmpty()) {
				this.files.remove().close();
			}
		}

	}

}
