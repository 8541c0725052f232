package io.github.gmr.view.text;

import java.io.IOException;

import io.github.gmr.content.Finding;

/**
 * A finding where it stands in a section: a short mark if it is told at the top of the
 * report, else all of it.
 *
 * @param finding the finding
 */
record TextMark(Finding finding) implements TextBlock {

	@Override
	public void write(TextLines lines) throws IOException {
		line(lines).write(lines);
		writeDetails(lines);
	}

	@Override
	public void writeField(String name, TextLines lines) throws IOException {
		line(lines).writeField(name, lines);
		writeDetails(lines);
	}

	@Override
	public void writeItem(TextLines lines) throws IOException {
		line(lines).writeItem(lines);
		writeDetails(lines);
	}

	private TextSingle line(TextLines lines) {
		if (lines.isBelowFindings()) {
			String id = this.finding.id();
			return new TextSingle(this.finding.severity() + ((id != null) ? " " + id : "") + " (see Findings)");
		}
		String next = this.finding.next();
		return new TextSingle(TextFinding.line(this.finding) + ((next != null) ? " (see " + next + ")" : ""));
	}

	private void writeDetails(TextLines lines) throws IOException {
		if (!lines.isBelowFindings()) {
			TextFinding.write(this.finding, lines.deeper());
		}
	}

}
