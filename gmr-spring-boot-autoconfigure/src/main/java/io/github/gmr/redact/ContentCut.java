package io.github.gmr.redact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

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
import io.github.gmr.content.Timeline;
import io.github.gmr.content.Value;
import io.github.gmr.content.text.Truncation;
import io.github.gmr.content.thread.StackGroup;

/**
 * Keeps the beginning of content, up to a length. What is left out is counted in its
 * place. Values, findings and the messages of failures stay whole.
 */
final class ContentCut implements ContentVisitor<Content> {

	/**
	 * The characters that count what is left out.
	 */
	private static final long MARK = 32;

	/**
	 * The shortest beginning that is worth to be shown.
	 */
	private static final long LEAST = 128;

	private final long length;

	private ContentCut(long length) {
		this.length = Math.max(0, length - MARK);
	}

	/**
	 * Cut content.
	 * @param content the content
	 * @param length how long it may be, as {@link Weight} estimates it
	 * @return the content itself if it is no longer, or cannot be cut
	 */
	static Content of(Content content, long length) {
		return (Weight.of(content) > length) ? content.accept(new ContentCut(length)) : content;
	}

	@Override
	public Content visitText(Text text) {
		String beginning = Truncation.fit(text.text(), (int) Math.max(LEAST, this.length));
		return beginning.equals(text.text()) ? text : new Text(beginning);
	}

	@Override
	public Content visitValue(Value value) {
		return value;
	}

	@Override
	public Fields visitFields(Fields fields) {
		List<Map.Entry<String, Content>> entries = List.copyOf(fields.values().entrySet());
		Shares shares = share(entries, (entry) -> Weight.line(entry.getKey()) + Weight.of(entry.getValue()));
		Map<String, Content> kept = new LinkedHashMap<>();
		for (int i = 0; i < shares.count(); i++) {
			String name = entries.get(i).getKey();
			kept.put(name, of(entries.get(i).getValue(), shares.of(i) - Weight.line(name)));
		}
		return fields.cutTo(kept);
	}

	@Override
	public Content visitItems(Items items) {
		List<Content> values = items.values();
		Shares shares = share(values, Weight::of);
		List<Content> kept = new ArrayList<>();
		for (int i = 0; i < shares.count(); i++) {
			kept.add(of(values.get(i), shares.of(i)));
		}
		return items.cutTo(kept);
	}

	@Override
	public Content visitTable(Table table) {
		long head = Weight.of(new Table(table.columns(), List.of()));
		return table.cutTo(fitting(this.length - head, table.rows(), Weight::row));
	}

	@Override
	public Content visitTimeline(Timeline timeline) {
		long head = Weight.of(timeline.cutTo(0));
		return timeline.cutTo(fitting(this.length - head, timeline.figures(), Weight::figure));
	}

	@Override
	public Content visitSettings(Settings settings) {
		return settings
			.cutTo(fitting(this.length - Weight.line(settings.legend()), settings.settings(), Weight::setting));
	}

	@Override
	public Content visitThreads(Threads threads) {
		List<StackGroup> groups = threads.groups();
		Fields summary = threads.summary();
		if (Weight.of(summary) > this.length) {
			summary = new ContentCut(this.length).visitFields(summary);
		}
		long left = this.length - Weight.of(threads.cutTo(summary, List.of()));
		Shares shares = Shares.of(left, groups, ContentCut::withOneThread, Weight::group);
		List<StackGroup> kept = new ArrayList<>();
		for (int i = 0; i < shares.count(); i++) {
			kept.add(cut(groups.get(i), shares.of(i)));
		}
		return threads.cutTo(summary, kept);
	}

	@Override
	public Content visitFinding(Finding finding) {
		return finding;
	}

	@Override
	public Failure visitFailure(Failure failure) {
		Failure cause = failure.cause();
		int frames = fitting(this.length - Weight.line(failure.message()), failure.stack(), Weight::line);
		long left = this.length - failure.stack().stream().limit(frames).mapToLong(Weight::line).sum();
		return failure.cutTo(frames, (cause != null) ? new ContentCut(left).visitFailure(cause) : null);
	}

	private static long withOneThread(StackGroup group) {
		return Weight.stack(group) + Weight.thread(group.threads().get(0));
	}

	private static StackGroup cut(StackGroup group, long length) {
		int threads = fitting(length - Weight.stack(group), group.threads(), Weight::thread);
		return group.cutTo(Math.max(1, threads));
	}

	private <E> Shares share(List<E> parts, ToLongFunction<E> weight) {
		return Shares.of(this.length, parts, (part) -> Math.min(LEAST, weight.applyAsLong(part)), weight);
	}

	/**
	 * Return how many parts fit, which are not cut themselves.
	 */
	private static <E> int fitting(long length, List<E> parts, ToLongFunction<E> weight) {
		return Shares.of(length, parts, weight, weight).count();
	}

}
