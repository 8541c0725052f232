package io.github.gmr.report;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.github.gmr.content.Content;
import io.github.gmr.content.ContentVisitor;
import io.github.gmr.content.Failure;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Items;
import io.github.gmr.content.Settings;
import io.github.gmr.content.Table;
import io.github.gmr.content.Text;
import io.github.gmr.content.Threads;
import io.github.gmr.content.Value;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the findings that stand in the content of sections, and one for each section
 * that is missing. Has no state, so many threads may use it.
 */
public final class Findings implements ContentVisitor<Stream<Finding>> {

	/**
	 * The name of the findings in URLs and keys.
	 */
	public static final String NAME = "findings";

	/**
	 * The title of the findings.
	 */
	public static final String TITLE = "Findings";

	private static final Findings VISITOR = new Findings();

	private Findings() {
	}

	/**
	 * Return the findings of a report.
	 * @param sections its sections
	 * @param others findings that stand in no section
	 * @return all findings, the worst first
	 */
	static List<ReportFinding> of(List<SectionReport> sections, List<ReportFinding> others) {
		Stream<ReportFinding> gathered = sections.stream()
			.flatMap((section) -> of(section).map((finding) -> new ReportFinding(finding, section.title())));
		return Stream.concat(gathered, others.stream())
			.sorted(Comparator.comparing((found) -> found.finding().severity(), Comparator.reverseOrder()))
			.toList();
	}

	private static Stream<Finding> of(SectionReport section) {
		Content content = section.content();
		Stream<Finding> said = (content != null) ? content.accept(VISITOR) : Stream.empty();
		boolean whole = section.status() == SectionStatus.OK || section.status() == SectionStatus.CUT;
		return whole ? said : Stream.concat(Stream.of(missing(section)), said);
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
			.next(section.title());
	}

	@Override
	public Stream<Finding> visitText(Text text) {
		return Stream.empty();
	}

	@Override
	public Stream<Finding> visitValue(Value value) {
		return Stream.empty();
	}

	@Override
	public Stream<Finding> visitFields(Fields fields) {
		return each(fields.values().values());
	}

	@Override
	public Stream<Finding> visitItems(Items items) {
		return each(items.values());
	}

	@Override
	public Stream<Finding> visitTable(Table table) {
		return Stream.empty();
	}

	@Override
	public Stream<Finding> visitSettings(Settings settings) {
		return Stream.empty();
	}

	@Override
	public Stream<Finding> visitThreads(Threads threads) {
		return visitFields(threads.summary());
	}

	@Override
	public Stream<Finding> visitFinding(Finding finding) {
		return Stream.of(finding);
	}

	@Override
	public Stream<Finding> visitFailure(Failure failure) {
		return Stream.empty();
	}

	private Stream<Finding> each(Collection<Content> contents) {
		return contents.stream().flatMap((content) -> content.accept(this));
	}

}
