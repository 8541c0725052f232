package io.github.gmr.view.text;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.gmr.content.Content;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Items;
import io.github.gmr.content.Table;
import io.github.gmr.content.Threads;
import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.report.SectionReport;

/**
 * Adds to a brief report what the application does: where most of its threads stand, and
 * the requests that run for longest.
 */
final class BriefActivity {

	private static final Pattern WEB = Pattern.compile("web(-\\d+)?");

	private static final int MAX_REQUESTS = 10;

	private final BriefLines lines;

	BriefActivity(BriefLines lines) {
		this.lines = lines;
	}

	void add(List<SectionReport> sections) throws IOException {
		for (SectionReport section : sections) {
			if (section.content() instanceof Threads threads) {
				addThreads(section.title(), threads);
			}
		}
		for (SectionReport section : sections) {
			if (section.content() instanceof Fields fields && WEB.matcher(section.name()).matches()
					&& fields.values().get("requests") instanceof Table requests) {
				addRequests(section.title(), fields, requests);
			}
		}
	}

	private void addThreads(String title, Threads threads) throws IOException {
		long count = threads.omitted() + threads.groups().stream().mapToLong(StackGroup::size).sum();
		if (count > 0) {
			this.lines.head(BriefRank.THREADS, title);
			this.lines.named(BriefRank.THREADS, "threads = " + count);
		}
		if (threads.summary().values().get("activities") instanceof Items activities) {
			for (Content activity : activities.values()) {
				this.lines.deeper(BriefRank.THREADS, 1, activity.asText());
			}
		}
	}

	private void addRequests(String title, Fields fields, Table requests) throws IOException {
		Content running = fields.values().get("running requests");
		this.lines.head(BriefRank.REQUESTS, title);
		this.lines.named(BriefRank.REQUESTS,
				"running requests = " + ((running != null) ? running.asText() : requests.rows().size()));
		for (List<Content> row : requests.rows().stream().limit(MAX_REQUESTS).toList()) {
			this.lines.deeper(BriefRank.REQUESTS, 1, words(row));
		}
	}

	private static String words(List<Content> row) {
		return row.stream().map(Content::asText).filter((cell) -> !cell.isBlank()).collect(Collectors.joining("  "));
	}

}
