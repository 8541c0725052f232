package io.github.gmr.redact;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import io.github.gmr.content.Text;
import io.github.gmr.content.Threads;
import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.report.Report;
import io.github.gmr.report.SectionReport;

/**
 * Makes reports shorter: fewer groups of threads, or no content in the longest sections.
 */
final class ReportCut {

	private static final Text TOO_LONG = new Text("cut: the report would be too long with this section");

	private final Report report;

	ReportCut(Report report) {
		this.report = report;
	}

	int mostThreadGroups() {
		return this.report.sections()
			.stream()
			.flatMap((section) -> ThreadsOfSection.of(section).stream())
			.mapToInt((threads) -> threads.groups().size())
			.max()
			.orElse(0);
	}

	Report threads(int groups) {
		return map((section) -> ThreadsOfSection.of(section)
			.filter((threads) -> threads.groups().size() > groups)
			.map((threads) -> section.cutTo(cut(threads, groups)))
			.orElse(section));
	}

	Report longestSections(int count) {
		Set<String> longest = this.report.sections()
			.stream()
			.sorted(Comparator.comparingLong((SectionReport section) -> Weight.of(section.content())).reversed())
			.limit(count)
			.map(SectionReport::name)
			.collect(Collectors.toSet());
		return map((section) -> longest.contains(section.name()) ? section.cutTo(TOO_LONG) : section);
	}

	private static Threads cut(Threads threads, int groups) {
		List<StackGroup> left = threads.groups().subList(0, groups);
		long omitted = threads.groups()
			.subList(groups, threads.groups().size())
			.stream()
			.mapToLong(StackGroup::size)
			.sum();
		return new Threads(threads.kind(), threads.vm(), threads.summary(), left, threads.omitted() + omitted);
	}

	private Report map(UnaryOperator<SectionReport> sections) {
		return new Report(this.report.head(), this.report.duration(), this.report.findings(),
				this.report.sections().stream().map(sections).toList(), this.report.whole());
	}

}
