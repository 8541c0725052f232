package io.github.gmr.process;

import java.io.File;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a process uses.
 *
 * @param heap its heap after a collection, in bytes
 * @param threads its threads
 * @param descriptors its open files
 */
public record Vitals(long heap, int threads, int descriptors) {

	/**
	 * Look at this JVM, after a collection.
	 * @return what it uses
	 */
	public static Vitals ofThisJvm() {
		System.gc();
		Runtime runtime = Runtime.getRuntime();
		String[] descriptors = new File("/proc/self/fd").list();
		return new Vitals(runtime.totalMemory() - runtime.freeMemory(), Thread.getAllStackTraces().size(),
				(descriptors != null) ? descriptors.length : -1);
	}

	/**
	 * Ask a process that says {@link #line()} when it is told {@code "vitals"}.
	 * @param patient the process
	 * @return what it uses
	 */
	public static Vitals of(Patient patient) {
		int before = (int) patient.stdout().lines().filter((line) -> line.startsWith("vitals: ")).count();
		patient.tell("vitals");
		String line = patient.stdout()
			.lines()
			.filter((said) -> said.startsWith("vitals: "))
			.skip(before)
			.findFirst()
			.orElseThrow();
		String[] words = line.split(" ");
		return new Vitals(Long.parseLong(words[1]), Integer.parseInt(words[2]), Integer.parseInt(words[3]));
	}

	public String line() {
		return "vitals: %d %d %d".formatted(this.heap, this.threads, this.descriptors);
	}

	public void isNoWorseThan(Vitals before) {
		assertThat(this.heap).as("heap").isLessThan(before.heap + 8 * 1024 * 1024);
		assertThat(this.threads).as("threads").isLessThanOrEqualTo(before.threads + 2);
		assertThat(this.descriptors).as("descriptors").isLessThanOrEqualTo(before.descriptors + 2);
	}

}
