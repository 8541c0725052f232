package io.github.gmr.sickness;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.gmr.process.Patient;
import io.github.gmr.worker.Deadline;
import org.assertj.core.api.SoftAssertions;

/**
 * Looks at what the reports of a patient find.
 *
 * @param patient the patient
 * @param kind what kind of patient it is
 * @param directory the directory for its files
 * @param alone whether it suffers from one sickness only
 * @param softly collects what is not as it should be
 */
record Examination(Patient patient, PatientKind kind, Path directory, boolean alone, SoftAssertions softly) {

	/**
	 * A finding with all that follows from it: lines that are indented.
	 */
	private static final Pattern FINDING = Pattern.compile("^[A-Z]+: .*\\n(?: .*\\n)*", Pattern.MULTILINE);

	private static final Pattern KIND = Pattern.compile("^ *([A-Z]+): .* \\[([a-z-]+)\\]$", Pattern.MULTILINE);

	/**
	 * How long to ask for what must last for some seconds.
	 */
	private static final Duration PATIENCE = Duration.ofSeconds(60);

	/**
	 * Let the patient be sick, and expect the finding of that before any other that was
	 * not there before.
	 * @param sickness the sickness
	 */
	void ofSick(Sickness sickness) {
		Set<String> before = isAlone() ? Set.of() : kinds(findings());
		before = before.stream().filter((kind) -> !kind.endsWith(" " + sickness.id())).collect(Collectors.toSet());
		begin(sickness.sick());
		String findings = findings();
		for (int i = 1; i < sickness.reports(); i++) {
			findings = findings();
		}
		Deadline end = Deadline.in(PATIENCE);
		while (sickness.takesTime() && !sickness.line().matcher(findings).find() && !end.isOver()) {
			findings = findings();
		}
		this.softly.assertThat(firstBut(before, findings))
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

	/**
	 * Whether nothing has been asked before: some are what they are from their start.
	 */
	private boolean isAlone() {
		return this.alone || Sickness.of(this.kind).size() == 1;
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

	/**
	 * Returns the first finding, with all that follows from it, which is of another kind
	 * than some.
	 */
	private static String firstBut(Set<String> before, String findings) {
		return FINDING.matcher(findings)
			.results()
			.map((match) -> match.group())
			.filter((finding) -> !before.containsAll(kinds(finding)))
			.findFirst()
			.orElse("");
	}

	/**
	 * Returns the severities and ids of all findings.
	 */
	private static Set<String> kinds(String findings) {
		return KIND.matcher(findings)
			.results()
			.map((match) -> match.group(1) + " " + match.group(2))
			.collect(Collectors.toSet());
	}

}
