package io.github.gmr.view.html;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.gmr.content.Content;
import io.github.gmr.content.Failure;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Items;
import io.github.gmr.content.Settings;
import io.github.gmr.content.Table;
import io.github.gmr.content.Text;
import io.github.gmr.content.Threads;
import io.github.gmr.content.Value;
import io.github.gmr.view.Markup;
import io.github.gmr.view.Quantity;
import io.github.gmr.view.Word;
import io.github.gmr.view.text.TextContent;
import org.jspecify.annotations.Nullable;

/**
 * Writes content as HTML.
 */
final class HtmlContent {

	private final Markup html;

	HtmlContent(Markup html) {
		this.html = html;
	}

	void write(@Nullable Content content) throws IOException {
		if (content == null) {
			this.html.element("p", "none", "None");
		}
		else if (content instanceof Text || content instanceof Value) {
			this.html.start((content instanceof Text) ? "div" : "p");
			writeSingle(content);
			this.html.end();
		}
		else if (content instanceof Finding finding) {
			start(finding, "p");
			if (finding.next() != null) {
				this.html.start("span", "next").text("see " + finding.next()).end();
			}
			this.html.end();
		}
		else if (content instanceof Failure failure) {
			write(failure);
		}
		else {
			writeComposite(content);
		}
	}

	/**
	 * Start the element of a finding and write its severity and summary.
	 * @param finding the finding
	 * @param element the name of the element
	 * @throws IOException if the output fails
	 */
	void start(Finding finding, String element) throws IOException {
		String severity = Word.of(finding.severity());
		this.html.start(element, "finding " + severity).element("strong", severity).text(" ");
		this.html.element("span", finding.summary()).text(" ");
	}

	private void writeComposite(Content content) throws IOException {
		if (content instanceof Fields fields) {
			write(fields);
		}
		else if (content instanceof Items items) {
			write(items);
		}
		else if (content instanceof Table table) {
			write(table);
		}
		else if (content instanceof Settings settings) {
			new HtmlSettings(settings, this.html).write();
		}
		else if (content instanceof Threads threads) {
			new HtmlThreads(threads, this.html).write();
		}
		else {
			throw new IllegalStateException("no HTML for " + content.getClass().getName());
		}
	}

	private void write(Fields fields) throws IOException {
		if (fields.values().isEmpty()) {
			this.html.element("p", "none", "None");
			return;
		}
		this.html.start("dl", "fields");
		for (Map.Entry<String, Content> field : fields.values().entrySet()) {
			Content value = field.getValue();
			boolean single = isSingle(value);
			this.html.line()
				.start("div", single ? "single" : "nested")
				.element("dt", field.getKey())
				.start("dd", single ? "value" : "inner");
			writeInline(value, single);
			this.html.end().end();
		}
		this.html.end();
	}

	private void write(Items items) throws IOException {
		if (items.values().isEmpty()) {
			this.html.element("p", "none", "None");
			return;
		}
		this.html.start("ul", "items");
		for (Content item : items.values()) {
			this.html.line().start("li");
			writeInline(item, isSingle(item));
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
				writeInline(row.get(i), isSingle(row.get(i)));
				this.html.end();
			}
			this.html.end();
		}
		this.html.end();
		grid.end();
	}

	private void write(Failure failure) throws IOException {
		this.html.start("div", "failure").start("p").element("strong", failure.error());
		if (failure.message() != null) {
			this.html.text(": " + failure.message());
		}
		this.html.end();
		if (!failure.stack().isEmpty()) {
			this.html.element("pre", "at " + String.join("\nat ", failure.stack()));
		}
		if (failure.cause() != null) {
			this.html.element("p", "cause", "Caused by");
			write(failure.cause());
		}
		this.html.end();
	}

	private void writeInline(Content content, boolean single) throws IOException {
		if (single) {
			writeSingle(content);
		}
		else {
			write(content);
		}
	}

	private void writeSingle(Content content) throws IOException {
		String text = TextContent.single(content);
		if (text.indexOf('\n') >= 0) {
			this.html.element("pre", text);
		}
		else if (content instanceof Value value && value.value() == null) {
			this.html.element("span", "none", text);
		}
		else {
			this.html.text(text);
		}
	}

	private static boolean isSingle(Content content) {
		return content instanceof Text || content instanceof Value;
	}

	/**
	 * Returns the indexes of the columns that hold a number in any row.
	 */
	private static Set<Integer> numbers(Table table) {
		return IntStream.range(0, table.columns().size())
			.filter((column) -> table.rows().stream().anyMatch((row) -> isNumber(row.get(column))))
			.boxed()
			.collect(Collectors.toSet());
	}

	private static boolean isNumber(Content content) {
		return content instanceof Value value && (value.value() instanceof Number || Quantity.of(value) != null);
	}

}
