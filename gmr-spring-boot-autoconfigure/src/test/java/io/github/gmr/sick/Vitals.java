package io.github.gmr.sick;

import io.github.gmr.process.Patient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a process uses.
 *
 * @param heap its heap after a collection, in bytes
 * @param threads its threads
 * @param descriptors its open files
 */
record Vitals(long heap, int threads, int descriptors) {

	static Vitals of(Patient patient) {
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

	void isNoWorseThan(Vitals before) {
		assertThat(this.heap).as("heap").isLessThan(before.heap + 8 * 1024 * 1024);
		assertThat(this.threads).as("threads").isLessThanOrEqualTo(before.threads + 2);
		assertThat(this.descriptors).as("descriptors").isLessThanOrEqualTo(before.descriptors + 2);
	}

}
