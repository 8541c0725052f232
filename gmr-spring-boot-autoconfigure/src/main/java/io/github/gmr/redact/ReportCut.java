package io.github.gmr.redact;

import java.util.ArrayList;
import java.util.List;

import io.github.gmr.content.Content;
import io.github.gmr.report.Report;
import io.github.gmr.report.SectionReport;

/**
 * Makes reports shorter: its longest sections lose their ends. The head, the findings and
 * the title of each section stay.
 */
final class ReportCut {

	/**
	 * The characters of the head of a report, and of that of a section.
	 */
	private static final long HEAD = 220;

	private final Report report;

	private final long fixed;

	ReportCut(Report report) {
		this.report = report;
		this.fixed = HEAD * (3 + report.sections().size())
				+ report.findings().stream().mapToLong((found) -> Weight.of(found.finding())).sum();
	}

	/**
	 * Estimate how long the report is as text.
	 * @return the characters
	 */
	long length() {
		return this.fixed + this.report.sections().stream().mapToLong(ReportCut::weight).sum();
	}

	/**
	 * Cut the report.
	 * @param length how long it may be, as far as there is something to cut
	 * @return the shorter report
	 */
	Report to(long length) {
		List<SectionReport> sections = this.report.sections();
		Shares shares = Shares.of(length - this.fixed, sections, (section) -> 0, ReportCut::weight);
		List<SectionReport> cut = new ArrayList<>();
		for (int i = 0; i < sections.size(); i++) {
			cut.add(cut(sections.get(i), shares.of(i)));
		}
		return this.report.with(cut, this.report.whole());
	}

	private static SectionReport cut(SectionReport section, long length) {
		Content content = section.content();
		Content cut = (content != null) ? ContentCut.of(content, length) : null;
		return (cut != null && cut != content) ? section.cutTo(cut) : section;
	}

	private static long weight(SectionReport section) {
		return Weight.of(section.content());
	}

}
