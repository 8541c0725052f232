package io.github.gmr.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.gmr.content.Finding;
import io.github.gmr.content.Impact;
import io.github.gmr.content.text.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * A finding and the section that raised it.
 *
 * @param finding the finding; one of no kind in particular gets the section as its id
 * @param section the title of the section
 * @param consequences the findings that follow from it
 */
public record ReportFinding(Finding finding, String section, List<ReportFinding> consequences) {

	public ReportFinding {
		finding = (finding.id() != null) ? finding : finding.id(Identifier.of(section));
		consequences = List.copyOf(consequences);
	}

	/**
	 * Create a finding that no other one follows from.
	 * @param finding the finding
	 * @param section the title of the section
	 */
	public ReportFinding(Finding finding, String section) {
		this(finding, section, List.of());
	}

	/**
	 * Return this finding with those that follow from it. It is as bad as the worst of
	 * them. Those that only tell how much waits for it are told by its own sentence.
	 * @param consequences the findings that follow from it
	 * @return the finding
	 */
	ReportFinding leadingTo(List<ReportFinding> consequences) {
		Finding finding = this.finding;
		List<ReportFinding> others = new ArrayList<>();
		for (ReportFinding consequence : consequences) {
			finding = finding.atLeast(consequence.finding().severity());
			if (consequence.impact() != null) {
				finding = finding.with(consequence.finding());
			}
			else {
				others.add(consequence);
			}
		}
		return new ReportFinding(told(finding), this.section, others);
	}

	private static Finding told(Finding finding) {
		Impact impact = finding.details().impact();
		return (impact != null) ? finding.summary(finding.summary() + "; " + impact.words())
			.evidence("waiting in the end", impact.waiting())
			.evidence(impact.what(), impact.running()) : finding;
	}

	/**
	 * Return how much the finding holds up.
	 * @return the impact, {@code null} if it is not known
	 */
	@Nullable Impact impact() {
		return this.finding.details().impact();
	}

	/**
	 * Return what to look at next.
	 * @return the title of the section that the finding names, else of the one that
	 * raised it
	 */
	public String next() {
		String next = this.finding.next();
		return (next != null) ? next : this.section;
	}

	/**
	 * Return what kind of finding it is, unless it is of no kind in particular.
	 * @return the id, or {@code null} if that is only the section
	 */
	public @Nullable String kind() {
		return Identifier.of(this.section).equals(this.finding.id()) ? null : this.finding.id();
	}

	/**
	 * Return this finding and those that follow from it.
	 * @return the findings, this one first
	 */
	public Stream<ReportFinding> all() {
		return Stream.concat(Stream.of(this), this.consequences.stream().flatMap(ReportFinding::all));
	}

}
