package io.github.gmr.content;

import java.util.List;

/**
 * Rows of single values under common headers.
 *
 * @param columns the headers, unique
 * @param rows the rows, each with a {@link Value}, {@link Text} or {@link Failure} for
 * every column
 */
public record Table(List<String> columns, List<List<Content>> rows) implements Content {

	public Table {
		Names names = new Names();
		columns = columns.stream().map(names::unique).toList();
		rows = rows.stream().map(List::copyOf).toList();
		for (List<Content> row : rows) {
			if (row.size() != columns.size()) {
				throw new IllegalArgumentException(
						"'rows' must have %d cells each but one has %d".formatted(columns.size(), row.size()));
			}
		}
	}

}
