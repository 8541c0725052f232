package io.github.gmr.view.text;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;

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
import org.jspecify.annotations.Nullable;

/**
 * Writes content as text: {@code key = value}, what is nested two columns deeper.
 */
public final class TextContent {

	private static final String NONE = "None";

	private final TextLines lines;

	TextContent(TextLines lines) {
		this.lines = lines;
	}

	void write(@Nullable Content content) throws IOException {
		if (content == null) {
			this.lines.line(NONE);
		}
		else if (content instanceof Text text) {
			this.lines.deeper().data(text.text());
		}
		else if (isSingle(content)) {
			this.lines.data(single(content));
			writeDetails(content, this.lines.deeper());
		}
		else {
			writeComposite(content, this.lines);
		}
	}

	/**
	 * Write a finding as it stands at the top of the report.
	 * @param finding the finding
	 * @param section the section that raised it
	 * @throws IOException if the output fails
	 */
	void write(Finding finding, String section) throws IOException {
		String next = (finding.next() != null) ? finding.next() : section;
		String raisedBy = next.equals(section) ? "" : ", raised by " + section;
		this.lines
			.data(single(new Finding(finding.severity(), finding.summary(), null)) + " (see " + next + raisedBy + ")");
	}

	private void writeComposite(Content content, TextLines to) throws IOException {
		if (content instanceof Fields fields) {
			for (Map.Entry<String, Content> field : fields.values().entrySet()) {
				writeField(field.getKey(), field.getValue(), to);
			}
		}
		else if (content instanceof Items items) {
			for (Content item : items.values()) {
				writeItem(item, to);
			}
		}
		else if (content instanceof Table table) {
			new TextTable(table).write(to);
		}
		else if (content instanceof Settings settings) {
			new TextSettings(settings).write(to);
		}
		else if (content instanceof Threads threads) {
			new ThreadsText().write(threads, to.writer());
		}
		else {
			throw new IllegalStateException("no text for " + content.getClass().getName());
		}
	}

	private void writeField(String name, Content value, TextLines to) throws IOException {
		if (value instanceof Settings || value instanceof Threads) {
			writeComposite(value, to);
		}
		else if (!isSingle(value)) {
			to.data(name + " = ");
			writeComposite(value, to.deeper());
		}
		else if (single(value).indexOf('\n') >= 0) {
			to.data(name + " = ");
			to.deeper().data(single(value));
			writeDetails(value, to.deeper());
		}
		else {
			to.data(name + " = " + single(value));
			writeDetails(value, to.deeper());
		}
	}

	private void writeItem(Content item, TextLines to) throws IOException {
		if (isSingle(item)) {
			to.data(single(item));
			writeDetails(item, to.deeper());
		}
		else {
			to.data((item instanceof Fields) ? "[dict]" : "[list]");
			writeComposite(item, to.deeper());
		}
	}

	private static boolean isSingle(Content content) {
		return content instanceof Text || content instanceof Value || content instanceof Finding
				|| content instanceof Failure || isEmpty(content);
	}

	private static boolean isEmpty(Content content) {
		return (content instanceof Fields fields && fields.values().isEmpty())
				|| (content instanceof Items items && items.values().isEmpty());
	}

	/**
	 * Return a single value as text.
	 * @param content the content
	 * @return the text, of one line unless the value has more
	 */
	public static String single(Content content) {
		if (content instanceof Text text) {
			return text.text();
		}
		if (content instanceof Value value) {
			return value.asText();
		}
		if (content instanceof Finding finding) {
			return finding.severity().name().toUpperCase(Locale.ROOT) + ": " + finding.summary()
					+ ((finding.next() != null) ? " (see " + finding.next() + ")" : "");
		}
		if (content instanceof Failure failure) {
			return failure.error() + ((failure.message() != null) ? ": " + failure.message() : "");
		}
		return NONE;
	}

	private static void writeDetails(Content content, TextLines to) throws IOException {
		if (content instanceof Failure failure) {
			for (String frame : failure.stack()) {
				to.data("at " + frame);
			}
			if (failure.cause() != null) {
				to.data("Caused by: " + single(failure.cause()));
				writeDetails(failure.cause(), to);
			}
		}
	}

}
