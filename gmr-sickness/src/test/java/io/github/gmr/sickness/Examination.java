package io.github.gmr.sickness;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import io.github.gmr.process.Patient;
import org.assertj.core.api.SoftAssertions;

/**
 * Looks at what the reports of a patient find.
 *
 * @param patient the patient
 * @param kind what kind of patient it is
 * @param directory the directory for its files
 * @param softly collects what is not as it should be
 */
record Examination(Patient patient, PatientKind kind, Path directory, SoftAssertions softly) {

	/**
	 * The first finding with all that follows from it: lines that are indented.
	 */
	private static final Pattern FIRST = Pattern.compile("\\A.*\\n(?: .*\\n)*");

	/**
	 * Let the patient be sick, and expect the finding of that before any other.
	 * @param sickness the sickness
	 */
	void ofSick(Sickness sickness) {
		begin(sickness.sick());
		String findings = findings();
		for (int i = 1; i < sickness.reports(); i++) {
			findings = findings();
		}
		this.softly.assertThat(first(findings))
			.as("sick %s of%n%s", sickness.id(), findings)
			.containsPattern(sickness.line());
		end(sickness.sick());
	}

	/**
	 * Let the patient be in conditions that look like sicknesses, all at once, and expect
	 * no finding of these.
	 * @param sicknesses the sicknesses
	 */
	void ofWell(List<Sickness> sicknesses) {
		sicknesses.forEach((sickness) -> begin(sickness.well()));
		if (!sicknesses.isEmpty()) {
			String findings = findings();
			sicknesses.forEach((sickness) -> this.softly.assertThat(findings)
				.as("well %s", sickness.id())
				.doesNotContain("[" + sickness.id() + "]"));
		}
		sicknesses.forEach((sickness) -> end(sickness.well()));
	}

	private void begin(String condition) {
		if (this.kind != PatientKind.WAITING) {
			this.patient.tell("begin " + condition);
		}
	}

	private void end(String condition) {
		if (this.kind != PatientKind.WAITING && this.kind != PatientKind.CLOSING) {
			this.patient.tell("end " + condition);
		}
	}

	private String findings() {
		String findings = this.kind.report(this.patient, this.directory).section("Findings");
		return findings;
	}

	private static String first(String findings) {
		return FIRST.matcher(findings).results().map((match) -> match.group()).findFirst().orElse("");
	}

}
