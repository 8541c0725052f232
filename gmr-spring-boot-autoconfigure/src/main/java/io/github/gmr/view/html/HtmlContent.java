package io.github.gmr.view.html;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
import io.github.gmr.view.Markup;
import io.github.gmr.view.Word;
import org.jspecify.annotations.Nullable;

/**
 * Writes content as HTML. What a visit returns is ready to be written.
 */
final class HtmlContent implements ContentVisitor<HtmlBlock> {

	private final Markup html;

	HtmlContent(Markup html) {
		this.html = html;
	}

	void write(@Nullable Content content) throws IOException {
		if (content != null) {
			content.accept(this).write();
		}
		else {
			writeNone();
		}
	}

	@Override
	public HtmlBlock visitText(Text text) {
		return new HtmlSingle("div", new Value(text.text()), this.html);
	}

	@Override
	public HtmlBlock visitValue(Value value) {
		return new HtmlSingle("p", value, this.html);
	}

	@Override
	public HtmlBlock visitFields(Fields fields) {
		return fields.values().isEmpty() ? this::writeNone : () -> write(fields);
	}

	@Override
	public HtmlBlock visitItems(Items items) {
		return items.values().isEmpty() ? this::writeNone : () -> write(items);
	}

	@Override
	public HtmlBlock visitTable(Table table) {
		return () -> write(table);
	}

	@Override
	public HtmlBlock visitTimeline(Timeline timeline) {
		return timeline.figures().isEmpty() ? this::writeNone : new HtmlTimeline(timeline, this.html);
	}

	@Override
	public HtmlBlock visitSettings(Settings settings) {
		return new HtmlSettings(settings, this.html);
	}

	@Override
	public HtmlBlock visitThreads(Threads threads) {
		return new HtmlThreads(threads, this.html);
	}

	@Override
	public HtmlBlock visitFinding(Finding finding) {
		return () -> write(finding);
	}

	@Override
	public HtmlBlock visitFailure(Failure failure) {
		return () -> write(failure);
	}

	private void writeNone() throws IOException {
		this.html.element("p", "none", "None");
	}

	private void write(Fields fields) throws IOException {
		this.html.start("dl", "fields");
		for (Map.Entry<String, Content> field : fields.values().entrySet()) {
			HtmlBlock value = field.getValue().accept(this);
			this.html.line()
				.start("div", value.isSingle() ? "single" : "nested")
				.element("dt", field.getKey())
				.start("dd", value.isSingle() ? "value" : "inner");
			value.writeInside();
			this.html.end().end();
		}
		this.html.end();
	}

	private void write(Items items) throws IOException {
		this.html.start("ul", "items");
		for (Content item : items.values()) {
			this.html.line().start("li");
			item.accept(this).writeInside();
			this.html.end();
		}
		this.html.end();
	}

	private void write(Table table) throws IOException {
		Set<Integer> numbers = numbers(table);
		HtmlTable grid = new HtmlTable(this.html).start(table.columns(), numbers);
		this.html.start("tbody");
		for (List<Content> row : table.rows()) {
			this.html.line().start("tr");
			for (int i = 0; i < row.size(); i++) {
				this.html.start("td", numbers.contains(i) ? "number" : "text");
				row.get(i).accept(this).writeInside();
				this.html.end();
			}
			this.html.end();
		}
		this.html.end();
		grid.end();
	}

	/**
	 * Returns the indexes of the columns that hold a number in any row.
	 */
	private Set<Integer> numbers(Table table) {
		return IntStream.range(0, table.columns().size())
			.filter((column) -> table.rows().stream().anyMatch((row) -> row.get(column).accept(this).isNumber()))
			.boxed()
			.collect(Collectors.toSet());
	}

	/**
	 * Write a short mark: its sentence stands at the top of the page.
	 */
	private void write(Finding finding) throws IOException {
		String severity = Word.of(finding.severity());
		this.html.start("p", "mark " + severity).element("strong", severity);
		this.html.text((finding.id() != null) ? " " + finding.id() + " " : " ").start("a");
		this.html.attribute("href", "#" + HtmlFindings.ANCHOR).text("see Findings").end().end();
	}

	private void write(Failure failure) throws IOException {
		this.html.start("div", "failure").start("p").element("strong", failure.error());
		if (failure.message() != null) {
			this.html.text(": " + failure.message());
		}
		this.html.end();
		if (!failure.stack().isEmpty()) {
			this.html.element("pre", String.join("\n", failure.lines()));
		}
		if (failure.cause() != null) {
			this.html.element("p", "cause", "Caused by");
			write(failure.cause());
		}
		this.html.end();
	}

}
