package io.github.gmr.view.html;

import java.io.IOException;
import java.io.OutputStream;

import io.github.gmr.redact.RedactedReport;
import io.github.gmr.view.FindingPages;
import io.github.gmr.view.Markup;
import io.github.gmr.view.ReportView;

/**
 * Writes a report as one page that needs nothing else: no script, no other resource. It
 * is well-formed XML, too.
 */
public final class HtmlReportView implements ReportView {

	private final PageStyle style = PageStyle.load();

	private final FindingPages pages;

	/**
	 * Create a view without links to pages about findings.
	 */
	public HtmlReportView() {
		this(FindingPages.NONE);
	}

	/**
	 * Create a view.
	 * @param pages knows the pages about findings
	 */
	public HtmlReportView(FindingPages pages) {
		this.pages = pages;
	}

	@Override
	public String name() {
		return "html";
	}

	@Override
	public String mediaType() {
		return "text/html;charset=UTF-8";
	}

	@Override
	public String extension() {
		return "html";
	}

	@Override
	public void write(RedactedReport report, OutputStream out) throws IOException {
		Markup html = Markup.to(out);
		new HtmlPage(report, this.style, this.pages, html).write();
		html.line().flush();
	}

}
