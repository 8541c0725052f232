package io.github.gmr.hospital;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.gmr.process.Patient;
import io.github.gmr.process.TextReport;
import io.github.gmr.sickness.Sickness;

/**
 * A case of something that there is a finding for, which needs no shortened limits.
 *
 * @param sickness what it has
 */
record ClinicCase(Sickness sickness) implements Case {

	/**
	 * Return all that show within a minute.
	 * @return the cases
	 */
	static Stream<ClinicCase> all() {
		return Arrays.stream(Sickness.values()).filter(Sickness::showsWithinMinute).map(ClinicCase::new);
	}

	@Override
	public String ward() {
		return "Clinic";
	}

	@Override
	public String title() {
		return this.sickness.id();
	}

	@Override
	public List<Pattern> says() {
		return List.of(this.sickness.line());
	}

	@Override
	public int leastJava() {
		return this.sickness.leastJava();
	}

	@Override
	public Patient start(Jdk jdk, Path directory) {
		return this.sickness.start(jdk.home(), directory);
	}

	@Override
	public void fallIll(Patient patient) {
		this.sickness.begin(patient);
	}

	@Override
	public TextReport report(Patient patient, Path directory) {
		return this.sickness.report(patient, directory);
	}

	@Override
	public String toString() {
		return this.sickness.id();
	}

}
