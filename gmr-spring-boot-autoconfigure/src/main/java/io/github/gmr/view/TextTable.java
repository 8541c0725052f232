package io.github.gmr.view;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

import io.github.gmr.content.Table;

/**
 * Writes a table: columns of equal width, centred, over the width of the report, or wider
 * where a cell needs it.
 */
final class TextTable {

	private final List<String> columns;

	private final List<List<String>> cells;

	private final int width;

	TextTable(Table table) {
		this.columns = table.columns().stream().map(TextTable::oneLine).toList();
		this.cells = table.rows()
			.stream()
			.map((row) -> row.stream().map(TextContent::single).map(TextTable::oneLine).toList())
			.toList();
		this.width = width();
	}

	void write(TextLines lines) throws IOException {
		if (this.columns.isEmpty()) {
			lines.data("None");
			return;
		}
		lines.data(row(this.columns));
		lines.rule('-', this.columns.size() * (this.width + 1) - 1);
		for (List<String> row : this.cells) {
			lines.data(row(row));
		}
	}

	private int width() {
		int columns = Math.max(1, this.columns.size());
		int equal = (TextLines.WIDTH - (columns - 1)) / columns;
		int header = this.columns.stream().mapToInt(String::length).max().orElse(0);
		int cell = this.cells.stream().flatMap(List::stream).mapToInt(String::length).max().orElse(0);
		return Math.max(equal, Math.max(header, cell));
	}

	private String row(List<String> cells) {
		return cells.stream().map((cell) -> TextLines.centered(cell, this.width)).collect(Collectors.joining("|"));
	}

	private static String oneLine(String cell) {
		return cell.replace('\n', ' ');
	}

}
