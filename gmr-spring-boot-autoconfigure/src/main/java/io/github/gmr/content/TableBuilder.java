package io.github.gmr.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

	private final Map<String, Function<? super T, ?>> columns = new LinkedHashMap<>();

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
		this.columns.put(this.names.unique(WellFormed.name(header)), value);
		return this;
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
		return new Table(List.copyOf(this.columns.keySet()), rows);
	}

	private List<Content> row(T element) {
		return this.columns.values().stream().map((column) -> cell(column, element)).toList();
	}

	private Content cell(Function<? super T, ?> column, T element) {
		return Attempt.ask(() -> Cell.of(Content.of(column.apply(element))), Failure::of);
	}

}
