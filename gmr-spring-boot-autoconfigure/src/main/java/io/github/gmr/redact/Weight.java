package io.github.gmr.redact;

import java.util.Collection;
import java.util.List;

import io.github.gmr.content.Content;
import io.github.gmr.content.ContentVisitor;
import io.github.gmr.content.Failure;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Finding;
import io.github.gmr.content.FindingDetails;
import io.github.gmr.content.Items;
import io.github.gmr.content.Setting;
import io.github.gmr.content.Settings;
import io.github.gmr.content.Table;
import io.github.gmr.content.Text;
import io.github.gmr.content.Threads;
import io.github.gmr.content.Timeline;
import io.github.gmr.content.Value;
import io.github.gmr.content.figure.FigureSeries;
import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.content.thread.ThreadEntry;
import io.github.gmr.content.thread.ThreadLock;
import org.jspecify.annotations.Nullable;

/**
 * Estimates how long content is as text, in characters. Has no state, so many threads may
 * use it.
 */
final class Weight implements ContentVisitor<Long> {

	private static final Weight VISITOR = new Weight();

	/**
	 * What a line has beside what it says: where it is indented, a separator and its end.
	 */
	private static final long LINE = 6;

	/**
	 * The characters of a number or a date.
	 */
	private static final long VALUE = 10;

	/**
	 * The characters of a line in a table, which is as wide as the report.
	 */
	private static final long ROW = 72;

	/**
	 * The head of a group of threads, their state and an empty line.
	 */
	private static final long GROUP = 130;

	private static final long THREAD = 80;

	private static final long LOCK = 45;

	private Weight() {
	}

	static long of(@Nullable Content content) {
		return (content != null) ? content.accept(VISITOR) : LINE;
	}

	/**
	 * Estimate a line.
	 * @param text what it says
	 * @return the characters
	 */
	static long line(@Nullable String text) {
		return LINE + ((text != null) ? text.length() : 0);
	}

	static long row(List<Content> cells) {
		return Math.max(ROW, sum(cells)) + 1;
	}

	static long figure(FigureSeries figure) {
		return figure.readings().stream().mapToLong((reading) -> line(reading.words())).sum() + line(figure.name())
				+ ROW;
	}

	static long setting(Setting setting) {
		Setting.Provenance provenance = setting.provenance();
		long place = 0;
		if (provenance != null) {
			String origin = provenance.origin();
			place = LINE + ((origin != null) ? origin : provenance.source()).length();
		}
		Setting.Remark remark = setting.remark();
		long words = (remark != null) ? line(remark.text()) : 0;
		return line(setting.name()) + line(setting.value()) + place + words;
	}

	static long group(StackGroup group) {
		return stack(group) + group.threads().stream().mapToLong(Weight::thread).sum();
	}

	/**
	 * Estimate a group of threads without the lines of its threads.
	 * @param group the group
	 * @return the characters
	 */
	static long stack(StackGroup group) {
		long locks = 0;
		for (ThreadLock lock : group.threads().get(0).locks()) {
			locks += LOCK + lock.className().length();
		}
		return GROUP + lines(group.frames()) + locks;
	}

	static long thread(ThreadEntry thread) {
		return THREAD + thread.name().length();
	}

	@Override
	public Long visitText(Text text) {
		return line(text.text());
	}

	@Override
	public Long visitValue(Value value) {
		return (value.value() instanceof String text) ? line(text) : VALUE;
	}

	@Override
	public Long visitFields(Fields fields) {
		return lines(fields.values().keySet()) + sum(fields.values().values());
	}

	@Override
	public Long visitItems(Items items) {
		return sum(items.values());
	}

	@Override
	public Long visitTable(Table table) {
		return lines(table.columns()) + ROW + table.rows().stream().mapToLong(Weight::row).sum();
	}

	@Override
	public Long visitTimeline(Timeline timeline) {
		return lines(timeline.columns()) + ROW + timeline.figures().stream().mapToLong(Weight::figure).sum();
	}

	@Override
	public Long visitSettings(Settings settings) {
		return line(settings.legend()) + settings.settings().stream().mapToLong(Weight::setting).sum();
	}

	@Override
	public Long visitThreads(Threads threads) {
		return line(threads.vm()) + of(threads.summary()) + threads.groups().stream().mapToLong(Weight::group).sum();
	}

	@Override
	public Long visitFinding(Finding finding) {
		FindingDetails details = finding.details();
		return line(finding.summary()) + line(details.next()) + lines(details.chain())
				+ details.settings().stream().mapToLong(Weight::setting).sum();
	}

	@Override
	public Long visitFailure(Failure failure) {
		Failure cause = failure.cause();
		return line(failure.error()) + line(failure.message()) + lines(failure.stack())
				+ ((cause != null) ? visitFailure(cause) : 0);
	}

	private static long lines(Collection<String> lines) {
		return lines.stream().mapToLong(Weight::line).sum();
	}

	private static long sum(Collection<Content> contents) {
		return contents.stream().mapToLong(Weight::of).sum();
	}

}
