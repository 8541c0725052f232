package io.github.gmr.view.text;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.gmr.content.Content;
import io.github.gmr.content.Table;
import io.github.gmr.content.Value;

/**
 * Writes a table: columns of equal width, centred, over the width of the report. Where a
 * cell does not fit in, each column takes what its own cells need and a share of what is
 * left. What has no value stays empty.
 */
final class TextTable implements TextBlock {

	private static final int PADDING = 1;

	private final List<String> columns;

	private final List<List<String>> cells;

	private final int[] widths;

	TextTable(Table table) {
		this.columns = table.columns().stream().map(TextTable::oneLine).toList();
		this.cells = table.rows().stream().map((row) -> row.stream().map(TextTable::cell).toList()).toList();
		this.widths = widths();
	}

	@Override
	public void write(TextLines lines) throws IOException {
		if (this.columns.isEmpty() || this.cells.isEmpty()) {
			TextWord.NONE.write(lines);
			return;
		}
		lines.row(row(this.columns));
		lines.rule('-', Arrays.stream(this.widths).sum() + this.columns.size() - 1);
		for (List<String> row : this.cells) {
			lines.row(row(row));
		}
	}

	private int[] widths() {
		int count = this.columns.size();
		int[] needed = IntStream.range(0, count).map(this::longest).toArray();
		int space = TextLines.WIDTH - (count - 1);
		if (Arrays.stream(needed).allMatch((width) -> width + 2 * PADDING <= space / count)) {
			return IntStream.generate(() -> space / count).limit(count).toArray();
		}
		int wanted = Arrays.stream(needed).map((width) -> width + 2 * PADDING).sum();
		int share = 2 * PADDING + Math.max(0, (space - wanted) / count);
		return Arrays.stream(needed).map((width) -> width + share).toArray();
	}

	private int longest(int column) {
		int header = this.columns.get(column).length();
		return Math.max(header, this.cells.stream().mapToInt((row) -> row.get(column).length()).max().orElse(0));
	}

	private String row(List<String> cells) {
		return IntStream.range(0, cells.size())
			.mapToObj((column) -> TextLines.centered(cells.get(column), this.widths[column]))
			.collect(Collectors.joining("|"));
	}

	private static String cell(Content content) {
		boolean none = content instanceof Value value && value.value() == null;
		return none ? "" : oneLine(content.asText());
	}

	private static String oneLine(String cell) {
		return cell.replace('\n', ' ');
	}

}
