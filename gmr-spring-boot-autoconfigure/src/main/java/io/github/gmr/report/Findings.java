package io.github.gmr.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import io.github.gmr.content.Content;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Items;
import io.github.gmr.content.Threads;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the findings that stand in the content of sections.
 */
final class Findings {

	private final List<ReportFinding> findings = new ArrayList<>();

	private Findings() {
	}

	static List<ReportFinding> of(List<SectionReport> sections) {
		Findings result = new Findings();
		sections.forEach((section) -> result.gather(section.content(), section.title()));
		result.findings.sort(Comparator.comparing((found) -> found.finding().severity(), Comparator.reverseOrder()));
		return result.findings;
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
