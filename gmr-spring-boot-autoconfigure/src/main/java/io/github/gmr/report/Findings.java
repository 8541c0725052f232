package io.github.gmr.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import io.github.gmr.content.Content;
import io.github.gmr.content.Failure;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Items;
import io.github.gmr.content.Text;
import io.github.gmr.content.Threads;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the findings that stand in the content of sections, and one for each section
 * that is missing.
 */
public final class Findings {

	/**
	 * The name of the findings in URLs and keys.
	 */
	public static final String NAME = "findings";

	/**
	 * The title of the findings.
	 */
	public static final String TITLE = "Findings";

	private final List<ReportFinding> findings = new ArrayList<>();

	private Findings() {
	}

	/**
	 * Gather the findings of a report.
	 * @param sections its sections
	 * @param others findings that stand in no section
	 * @return all findings, the worst first
	 */
	static List<ReportFinding> of(List<SectionReport> sections, List<ReportFinding> others) {
		Findings result = new Findings();
		sections.forEach(result::gather);
		result.findings.addAll(others);
		result.findings.sort(Comparator.comparing((found) -> found.finding().severity(), Comparator.reverseOrder()));
		return result.findings;
	}

	private void gather(SectionReport section) {
		if (section.status() == SectionStatus.OK || section.status() == SectionStatus.CUT) {
			gather(section.content(), section.title());
		}
		else {
			this.findings.add(new ReportFinding(missing(section), section.title()));
		}
	}

	/**
	 * Return a finding that says why the content of a section is missing.
	 */
	private static Finding missing(SectionReport section) {
		return Content.warning("%s is missing: %s", section.title(), reason(section.content())).next(section.title());
	}

	private static String reason(@Nullable Content content) {
		if (content instanceof Failure failure) {
			return (failure.message() != null) ? failure.error() + ": " + failure.message() : failure.error();
		}
		return (content instanceof Text text) ? text.text() : "unknown";
	}

	private void gather(@Nullable Content content, String section) {
		if (content instanceof Finding finding) {
			this.findings.add(new ReportFinding(finding, section));
		}
		else if (content instanceof Fields fields) {
			gather(fields.values().values(), section);
		}
		else if (content instanceof Items items) {
			gather(items.values(), section);
		}
		else if (content instanceof Threads threads) {
			gather(threads.summary(), section);
		}
	}

	private void gather(Collection<Content> contents, String section) {
		contents.forEach((content) -> gather(content, section));
	}

}
