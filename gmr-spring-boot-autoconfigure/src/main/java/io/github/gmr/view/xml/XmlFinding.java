package io.github.gmr.view.xml;

import java.io.IOException;
import java.util.Collection;

import io.github.gmr.content.Fields;
import io.github.gmr.content.Finding;
import io.github.gmr.content.FindingDetails;
import io.github.gmr.content.Settings;
import io.github.gmr.report.ReportFinding;
import io.github.gmr.view.Markup;
import io.github.gmr.view.Word;
import org.jspecify.annotations.Nullable;

/**
 * Writes a finding as XML, with what is known of it only.
 */
final class XmlFinding implements XmlElement {

	private final Finding finding;

	private final Markup xml;

	XmlFinding(Finding finding, Markup xml) {
		this.finding = finding;
		this.xml = xml;
	}

	/**
	 * Write a finding as it stands at the top of the report.
	 */
	static void write(ReportFinding found, Markup xml) throws IOException {
		xml.line();
		new XmlFinding(found.finding(), xml).start();
		xml.line().element("section", found.section());
		if (!found.consequences().isEmpty()) {
			xml.line().start("consequences");
			for (ReportFinding consequence : found.consequences()) {
				write(consequence, xml);
			}
			xml.line().end();
		}
		xml.line().end();
	}

	@Override
	public void write() throws IOException {
		start();
		this.xml.line().end();
	}

	private void start() throws IOException {
		FindingDetails details = this.finding.details();
		this.xml.start("finding").attribute("severity", Word.of(this.finding.severity()));
		if (this.finding.id() != null) {
			this.xml.attribute("id", this.finding.id());
		}
		this.xml.line().element("summary", this.finding.summary());
		element("subject", details.subject());
		elements("place", "frame", details.place());
		if (!details.evidence().isEmpty()) {
			this.xml.line().start("evidence");
			new XmlContent(this.xml).write(new Fields(details.evidence()));
			this.xml.line().end();
		}
		elements("threads", "thread", details.threads());
		elements("holders", "thread", details.holders());
		elements("chain", "link", details.chain());
		element("since", details.since());
		if (!details.settings().isEmpty()) {
			new XmlContent(this.xml).write(new Settings(details.settings()));
		}
		element("next", this.finding.next());
		element("row", details.row());
	}

	private void element(String name, @Nullable Object value) throws IOException {
		if (value != null) {
			this.xml.line().element(name, value.toString());
		}
	}

	private void elements(String name, String element, Collection<?> values) throws IOException {
		if (!values.isEmpty()) {
			this.xml.line().start(name);
			for (Object value : values) {
				this.xml.line().element(element, value.toString());
			}
			this.xml.line().end();
		}
	}

}
