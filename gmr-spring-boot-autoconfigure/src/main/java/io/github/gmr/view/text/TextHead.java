package io.github.gmr.view.text;

import java.util.ArrayList;
import java.util.List;

import io.github.gmr.redact.RedactedReport;
import io.github.gmr.report.ReportHead;

/**
 * What a report says about itself, as text.
 */
final class TextHead {

	private TextHead() {
	}

	/**
	 * Return what a report says about itself.
	 * @param report the report
	 * @return a {@code name = value} for each
	 */
	static List<String> of(RedactedReport report) {
		ReportHead head = report.head();
		List<String> pairs = new ArrayList<>();
		pairs.add("trigger = " + String.join(", ", head.triggers()));
		pairs.add("time = " + head.time());
		pairs.add("sequence = " + head.sequence());
		pairs.add("pid = " + head.process().pid());
		pairs.add("host = " + head.process().host());
		pairs.add("application = " + head.process().application());
		if (head.merged() > 0) {
			pairs.add("merged with this report = " + head.merged());
		}
		return pairs;
	}

}
