package io.github.gmr.view.text;

import java.io.IOException;
import java.util.Map;

import io.github.gmr.content.Content;
import io.github.gmr.content.Fields;

/**
 * Writes fields, each with its name.
 *
 * @param fields the fields
 */
record TextFields(Fields fields) implements TextBlock {

	@Override
	public void write(TextLines lines) throws IOException {
		for (Map.Entry<String, Content> field : this.fields.values().entrySet()) {
			TextContent.of(field.getValue()).writeField(field.getKey(), lines);
		}
	}

	@Override
	public void writeItem(TextLines lines) throws IOException {
		lines.data("[dict]");
		write(lines.deeper());
	}

}
