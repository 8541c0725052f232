package io.github.gmr.view.text;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import io.github.gmr.content.Finding;
import io.github.gmr.content.FindingDetails;
import io.github.gmr.content.Setting;
import io.github.gmr.report.ReportFinding;

/**
 * Writes a finding as it stands at the top of a report: its sentence, then, two columns
 * deeper, what has led to it, the settings behind it and what follows from it.
 */
final class TextFinding {

	private final ReportFinding found;

	TextFinding(ReportFinding found) {
		this.found = found;
	}

	void write(TextLines lines) throws IOException {
		lines.named(sentence(this.found));
		write(this.found.finding(), lines.deeper());
		if (!this.found.consequences().isEmpty()) {
			lines.deeper().named("because of that:");
		}
		for (ReportFinding consequence : this.found.consequences()) {
			new TextFinding(consequence).write(lines.deeper().deeper());
		}
	}

	/**
	 * Write where a finding is, unless its sentence says so, what has led to it, and the
	 * settings behind it.
	 * @param finding the finding
	 * @param lines where to write it
	 * @throws IOException if the output fails
	 */
	static void write(Finding finding, TextLines lines) throws IOException {
		FindingDetails details = finding.details();
		if (tellsPlace(finding)) {
			lines.data(place(details));
		}
		for (String link : details.chain()) {
			lines.data(link);
		}
		for (Setting setting : details.settings()) {
			lines.named(TextSettings.line(setting));
		}
	}

	/**
	 * Return whether the place of a finding is told apart from its sentence.
	 * @param finding the finding
	 * @return whether it has one that its sentence leaves out
	 */
	static boolean tellsPlace(Finding finding) {
		List<String> place = finding.details().place();
		return !place.isEmpty() && !finding.summary().contains(place.get(0));
	}

	/**
	 * Return where a finding is.
	 * @param details what it says besides its sentence
	 * @return its frames in words
	 */
	static String place(FindingDetails details) {
		return "at " + String.join(" in ", details.place());
	}

	/**
	 * Return a finding with what to look at next.
	 * @param found the finding
	 * @return its severity, its summary, where to look and its kind
	 */
	static String sentence(ReportFinding found) {
		String next = found.next();
		String row = found.finding().details().row();
		String raisedBy = next.equals(found.section()) ? "" : ", raised by " + found.section();
		String kind = (found.kind() != null) ? " [" + found.kind() + "]" : "";
		return line(found.finding()) + " (see " + next + ((row != null) ? " " + row : "") + raisedBy + ")" + kind;
	}

	/**
	 * Return a finding without what to look at next.
	 * @param finding the finding
	 * @return its severity and summary
	 */
	static String line(Finding finding) {
		return finding.severity().name().toUpperCase(Locale.ROOT) + ": " + finding.summary();
	}

}
