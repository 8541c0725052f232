package io.github.gmr.view.text;

import java.io.IOException;

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

/**
 * Turns content into blocks of text: {@code key = value}, what is nested two columns
 * deeper. Has no state, so many threads may use it.
 */
final class TextContent implements ContentVisitor<TextBlock> {

	private static final TextContent VISITOR = new TextContent();

	private TextContent() {
	}

	static TextBlock of(Content content) {
		return content.accept(VISITOR);
	}

	@Override
	public TextBlock visitText(Text text) {
		return new TextSingle(text.text());
	}

	@Override
	public TextBlock visitValue(Value value) {
		return (value.value() != null) ? new TextSingle(value.asText()) : TextWord.NONE;
	}

	@Override
	public TextBlock visitFields(Fields fields) {
		return fields.values().isEmpty() ? TextWord.NONE : new TextFields(fields);
	}

	@Override
	public TextBlock visitItems(Items items) {
		return items.values().isEmpty() ? TextWord.NONE : (lines) -> write(items, lines.offMargin());
	}

	@Override
	public TextBlock visitTable(Table table) {
		return new TextTable(table);
	}

	@Override
	public TextBlock visitTimeline(Timeline timeline) {
		return timeline.figures().isEmpty() ? TextWord.NONE : new TextTimeline(timeline);
	}

	@Override
	public TextBlock visitSettings(Settings settings) {
		return new TextSettings(settings);
	}

	@Override
	public TextBlock visitThreads(Threads threads) {
		return new ThreadsText(threads);
	}

	@Override
	public TextBlock visitFinding(Finding finding) {
		return new TextMark(finding);
	}

	@Override
	public TextBlock visitFailure(Failure failure) {
		return new TextFailure(failure);
	}

	private static void write(Items items, TextLines lines) throws IOException {
		for (Content item : items.values()) {
			of(item).writeItem(lines);
		}
	}

}
