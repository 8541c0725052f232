package io.github.gmr.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.gmr.content.Check;
import io.github.gmr.content.Content;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Settings;
import io.github.gmr.diagnosis.Roots;
import org.jspecify.annotations.Nullable;

/**
 * What a report says at its top: the findings of all sections, and what was looked for.
 */
final class Gathering {

	private static final Check SECTION_MISSING = new Check("section-missing");

	private final List<ReportFinding> findings = new ArrayList<>();

	private final List<CheckReport> checks = new ArrayList<>();

	private final List<Settings> settings = new ArrayList<>();

	private CheckReport missing = CheckReport.of(SECTION_MISSING.fine(), Findings.TITLE);

	/**
	 * Add what a section has found and looked for.
	 * @param section the section
	 * @param report what became of it
	 */
	void add(RegisteredSection section, SectionReport report) {
		FindingGathering gathered = FindingGathering.of(report.content());
		Check.Result missing = SECTION_MISSING.of(isWhole(report) ? null : missing(report));
		Stream.concat(missing.findings().stream(), gathered.findings().stream())
			.forEach((finding) -> this.findings.add(new ReportFinding(finding, report.title())));
		this.settings.addAll(gathered.settings());
		this.missing = CheckReport.of(missing, Findings.TITLE).and(this.missing);
		addChecks(section, report, gathered.checks());
	}

	private void addChecks(RegisteredSection section, SectionReport report, List<Check.Result> results) {
		Map<String, CheckReport> checks = new LinkedHashMap<>();
		results
			.forEach((result) -> checks.merge(result.id(), CheckReport.of(result, report.title()), CheckReport::and));
		for (Check check : section.traits().checks()) {
			checks.computeIfAbsent(check.id(), (id) -> CheckReport.of(notReached(check, report), report.title()));
		}
		this.checks.addAll(checks.values());
	}

	/**
	 * Return the result of a check that the section has not come to: there was nothing to
	 * look at, or it was stopped before.
	 */
	private static Check.Result notReached(Check check, SectionReport report) {
		return isWhole(report) ? check.fine() : check.notPossible(report.title() + " " + report.status().code());
	}

	/**
	 * Return all findings, the worst first, those that follow from another one with that.
	 * @param others findings that stand in no section
	 */
	List<ReportFinding> findings(List<ReportFinding> others) {
		SettingLookup lookup = new SettingLookup(this.settings);
		List<ReportFinding> all = Stream.concat(this.findings.stream(), others.stream())
			.map((found) -> new ReportFinding(lookup.complete(found.finding()), found.section()))
			.sorted(worstFirst())
			.toList();
		return new Roots<>(all, ReportFinding::finding).tree(ReportFinding::leadingTo)
			.stream()
			.sorted(worstFirst())
			.toList();
	}

	private static Comparator<ReportFinding> worstFirst() {
		return Comparator.comparing((ReportFinding found) -> found.finding().severity(), Comparator.reverseOrder())
			.thenComparing((found) -> (found.impact() != null) ? found.impact().waiting() : 0,
					Comparator.reverseOrder());
	}

	Coverage coverage() {
		return new Coverage(Stream.concat(Stream.of(this.missing), this.checks.stream()).toList());
	}

	private static boolean isWhole(SectionReport section) {
		return section.status() == SectionStatus.OK || section.status() == SectionStatus.CUT;
	}

	/**
	 * Return a finding that says why the content of a section, or the rest of it, is
	 * missing.
	 */
	private static Finding missing(SectionReport section) {
		Content content = section.content();
		if (content instanceof Fields fields) {
			return missing("%s is incomplete: %s", section, fields.values().get(SectionReport.REST));
		}
		return missing("%s is missing: %s", section, content);
	}

	private static Finding missing(String sentence, SectionReport section, @Nullable Content reason) {
		return Content.warning(sentence, section.title(), (reason != null) ? reason.asText() : "unknown")
			.subject("section " + section.title())
			.next(section.title());
	}

}
