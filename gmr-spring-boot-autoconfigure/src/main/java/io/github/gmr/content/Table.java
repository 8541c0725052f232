package io.github.gmr.content;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import io.github.gmr.content.text.UniqueNames;
import io.github.gmr.content.text.WellFormed;

/**
 * Rows of single values under common headers.
 *
 * @param columns the headers, unique
 * @param rows the rows, each with a {@link Value}, {@link Text} or {@link Failure} for
 * every column
 */
public record Table(List<String> columns, List<List<Content>> rows) implements Content {

	public Table {
		UniqueNames names = new UniqueNames();
		columns = columns.stream().map(WellFormed::name).map(names::unique).toList();
		rows = bounded(rows, columns.size()).map(List::copyOf).toList();
		for (List<Content> row : rows) {
			check(row, columns.size());
		}
	}

	@Override
	public <R> R accept(ContentVisitor<R> visitor) {
		return visitor.visitTable(this);
	}

	@Override
	public String asText() {
		return "(table)";
	}

	/**
	 * Return the first rows of this table.
	 * @param count how many rows are kept
	 * @return a new table whose last row counts those that are left out
	 */
	public Table cutTo(int count) {
		List<List<Content>> result = new ArrayList<>(this.rows.subList(0, count));
		List<List<Content>> omitted = this.rows.subList(count, this.rows.size());
		if (!omitted.isEmpty() && !this.columns.isEmpty()) {
			result.add(more(Limits.more(omitted.stream().map((row) -> row.get(0)).toList()), this.columns.size()));
		}
		return new Table(this.columns, result);
	}

	/**
	 * Cuts the rows, unless it is only the count of what was cut that is too many.
	 */
	private static Stream<List<Content>> bounded(List<List<Content>> rows, int columns) {
		int omitted = rows.size() - Limits.MAX_ENTRIES;
		return (omitted <= 1) ? rows.stream()
				: Stream.concat(rows.stream().limit(Limits.MAX_ENTRIES), Stream.of(more(omitted, columns)));
	}

	/**
	 * Return the row that stands in the place of rows that were cut.
	 * @param omitted how many were cut
	 * @param columns how many columns there are
	 * @return the row
	 */
	static List<Content> more(long omitted, int columns) {
		return more(new Text(Limits.more(omitted)), columns);
	}

	private static List<Content> more(Text mark, int columns) {
		List<Content> row = new ArrayList<>(Collections.nCopies(columns, new Text("")));
		if (columns > 0) {
			row.set(0, mark);
		}
		return row;
	}

	private static void check(List<Content> row, int columns) {
		if (row.size() != columns) {
			throw new IllegalArgumentException(
					"'rows' must have %d cells each but one has %d".formatted(columns, row.size()));
		}
		for (Content cell : row) {
			if (!Cell.fits(cell)) {
				throw new IllegalArgumentException(
						"'rows' must have cells of one value each but one is " + cell.getClass().getSimpleName());
			}
		}
	}

}
