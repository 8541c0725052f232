package io.github.gmr.view.text;

import java.io.IOException;

import io.github.gmr.content.Failure;

/**
 * Writes a failure as Java prints an exception: its frames stand deeper than its message,
 * each of its causes begins where it does.
 *
 * @param failure the failure
 */
record TextFailure(Failure failure) implements TextBlock {

	@Override
	public void write(TextLines lines) throws IOException {
		lines.data(this.failure.asText());
		writeRest(lines.offMargin());
	}

	@Override
	public void writeField(String name, TextLines lines) throws IOException {
		new TextSingle(this.failure.asText()).writeField(name, lines);
		writeRest(lines.deeper());
	}

	@Override
	public void writeItem(TextLines lines) throws IOException {
		write(lines);
	}

	private void writeRest(TextLines lines) throws IOException {
		for (String line : this.failure.lines()) {
			lines.deeper().data(line);
		}
		if (this.failure.cause() != null) {
			lines.data("Caused by: " + this.failure.cause().asText());
			new TextFailure(this.failure.cause()).writeRest(lines);
		}
	}

}
