package io.github.gmr.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.github.gmr.content.text.Attempt;
import io.github.gmr.content.text.UniqueNames;
import io.github.gmr.content.text.WellFormed;
import org.jspecify.annotations.Nullable;

/**
 * Adds columns to a {@link Table}.
 *
 * @param <T> the type of the elements that become rows
 */
public final class TableBuilder<T> {

	private static final Content NONE = Content.of(null);

	private final Map<String, Function<? super T, ?>> columns = new LinkedHashMap<>();

	private final Set<String> optional = new HashSet<>();

	private final UniqueNames names = new UniqueNames();

	TableBuilder() {
	}

	/**
	 * Add a column.
	 * @param header the header of the column
	 * @param value returns the value of a row in this column; if it fails the failure
	 * stands in the cell
	 * @return this builder
	 */
	public TableBuilder<T> column(String header, Function<? super T, ? extends @Nullable Object> value) {
		add(header, value);
		return this;
	}

	/**
	 * Add a column that is left out where no row has a value in it.
	 * @param header the header of the column
	 * @param value returns the value of a row in this column, {@code null} or empty text
	 * if it has none; if it fails the failure stands in the cell
	 * @return this builder
	 */
	public TableBuilder<T> optionalColumn(String header, Function<? super T, ? extends @Nullable Object> value) {
		this.optional.add(add(header, value));
		return this;
	}

	private String add(String header, Function<? super T, ?> value) {
		String name = this.names.unique(WellFormed.name(header));
		this.columns.put(name, value);
		return name;
	}

	Table build(Iterable<T> elements) {
		List<List<Content>> rows = new ArrayList<>();
		long omitted = 0;
		for (T element : elements) {
			if (rows.size() < Limits.MAX_ENTRIES) {
				rows.add(row(element));
			}
			else if (++omitted == Limits.MAX_COUNTED) {
				break;
			}
		}
		if (omitted > 0) {
			rows.add(Table.more(omitted, this.columns.size()));
		}
		return table(rows);
	}

	private Table table(List<List<Content>> rows) {
		List<String> headers = new ArrayList<>(this.columns.keySet());
		for (int i = headers.size() - 1; i >= 0; i--) {
			if (this.optional.contains(headers.get(i)) && isEmpty(rows, i)) {
				headers.remove(i);
				for (List<Content> row : rows) {
					row.remove(i);
				}
			}
		}
		return new Table(headers, rows);
	}

	private static boolean isEmpty(List<List<Content>> rows, int column) {
		for (List<Content> row : rows) {
			if (!row.get(column).equals(NONE) && !row.get(column).asText().isEmpty()) {
				return false;
			}
		}
		return true;
	}

	private List<Content> row(T element) {
		List<Content> row = new ArrayList<>(this.columns.size());
		this.columns.values().forEach((column) -> row.add(cell(column, element)));
		return row;
	}

	private Content cell(Function<? super T, ?> column, T element) {
		return Attempt.ask(() -> Cell.of(Content.of(column.apply(element))), Failure::of);
	}

}
