package io.github.gmr.view;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;

import io.github.gmr.content.Content;
import io.github.gmr.content.Failure;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Items;
import io.github.gmr.content.Text;
import io.github.gmr.content.Value;

/**
 * Writes the summary of a thread section as {@code key = value} lines.
 */
final class SummaryText {

	private final Writer out;

	SummaryText(Writer out) {
		this.out = out;
	}

	void write(Fields fields) throws IOException {
		write(fields, "");
	}

	private void write(Fields fields, String indent) throws IOException {
		for (Map.Entry<String, Content> field : fields.values().entrySet()) {
			this.out.append(indent).append(Line.of(field.getKey())).append(" = ");
			write(field.getValue(), indent);
		}
	}

	private void write(Content content, String indent) throws IOException {
		if (content instanceof Fields fields) {
			this.out.append('\n');
			write(fields, indent + "  ");
		}
		else if (content instanceof Items items) {
			this.out.append('\n');
			for (Content item : items.values()) {
				this.out.append(indent).append("  ");
				write(item, indent + "  ");
			}
		}
		else {
			this.out.append(Line.of(single(content))).append('\n');
		}
	}

	private static String single(Content content) {
		if (content instanceof Value value) {
			return value.asText();
		}
		if (content instanceof Text text) {
			return text.text();
		}
		if (content instanceof Finding finding) {
			return finding.severity() + ": " + finding.summary();
		}
		return (content instanceof Failure failure) ? failure.error() + ": " + failure.message()
				: content.getClass().getSimpleName();
	}

}
