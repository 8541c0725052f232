package io.github.gmr.content;

import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Table} and {@link TableBuilder}.
 */
class TableTests {

	@Test
	void tableTellsOneRowForEachElement() {
		Table table = Content.table(List.of("a", "bc"),
				(columns) -> columns.column("name", (row) -> row).column("length", String::length));
		assertThat(table.columns()).containsExactly("name", "length");
		assertThat(table.rows()).containsExactly(List.of(new Text("a"), new Value(1)),
				List.of(new Text("bc"), new Value(2)));
	}

	@Test
	void tableWhenOptionalColumnHasNoValueIsWithoutIt() {
		Table table = Content.table(List.of("a", "bc"),
				(columns) -> columns.optionalColumn("null", (row) -> null)
					.column("name", (row) -> row)
					.optionalColumn("long", (row) -> (row.length() > 1) ? row : null)
					.optionalColumn("empty", (row) -> ""));
		assertThat(table.columns()).containsExactly("name", "long");
		assertThat(table.rows()).containsExactly(List.of(new Text("a"), new Value(null)),
				List.of(new Text("bc"), new Text("bc")));
	}

	@Test
	void tableWhenHeadersAreEqualMakesThemUnique() {
		Table table = Content.table(List.of(1),
				(columns) -> columns.column("n", (row) -> 1).column("n", (row) -> 2).column("n", (row) -> 3));
		assertThat(table.columns()).containsExactly("n", "n (2)", "n (3)");
		assertThat(table.rows()).containsExactly(List.of(new Value(1), new Value(2), new Value(3)));
	}

	@Test
	void tableWhenCellFailsCostsThatCell() {
		Table table = Content.table(List.of(1), (columns) -> columns.column("thrown", (row) -> {
			throw new IllegalStateException("x");
		})
			.column("sneaked", (row) -> Sneaky.<Object, RuntimeException>sneak(new IOException("y")))
			.column("error", (row) -> Sneaky.<Object, Error>sneak(new Error("z")))
			.column("text", (row) -> new Broken())
			.column("fine", (row) -> row));
		List<Content> row = table.rows().get(0);
		assertThat(row.subList(0, 4)).hasOnlyElementsOfType(Failure.class)
			.extracting((cell) -> ((Failure) cell).message())
			.containsExactly("x", "y", "z", "broken toString");
		assertThat(row.get(4)).isEqualTo(new Value(1));
	}

	@Test
	void tableWhenCellIsEmptyOrCompositeTellsOneValue() {
		Map<Object, Object> cyclic = new HashMap<>();
		cyclic.put("self", List.of(cyclic));
		Table table = Content.table(List.of(1),
				(columns) -> columns.column("null", (row) -> null)
					.column("optional", (row) -> Optional.of(2))
					.column("list", (row) -> List.of("a", 1))
					.column("array", (row) -> new int[] { 1, 2 })
					.column("map", (row) -> Map.of("k", "v"))
					.column("finding", (row) -> Content.warning("w"))
					.column("cyclic", (row) -> cyclic)
					.column("broken", (row) -> List.of(new Broken(), 1)));
		List<Content> row = table.rows().get(0);
		assertThat(row.subList(0, 6)).containsExactly(new Value(null), new Value(2), new Text("a, 1"), new Text("1, 2"),
				new Text("k=v"), new Text("w"));
		assertThat(row.get(6)).isEqualTo(new Text("self=(this java.util.HashMap again)"));
		assertThat(row.get(7)).isEqualTo(new Text("java.lang.IllegalStateException: broken toString, 1"));
	}

	@Test
	void tableWhenThereAreManyRowsCountsTheRest() {
		Table table = Content.table(Collections.nCopies(12_345, "x"),
				(columns) -> columns.column("a", (row) -> row).column("b", (row) -> row));
		assertThat(table.rows()).hasSize(10_001);
		assertThat(table.rows().get(10_000)).containsExactly(new Text("... 2345 more"), new Text(""));
		assertThat(new Table(table.columns(), table.rows())).isEqualTo(table);
	}

	@Test
	void tableWhenRowsChangeTriesAgain() {
		assertThat(Content.table(new Changing<>(List.of("a", "b"), 1), (columns) -> columns.column("n", (row) -> row))
			.rows()).containsExactly(List.of(new Text("a")), List.of(new Text("b")));
	}

	@Test
	void createWhenRowHasWrongSizeThrowsException() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Table(List.of("a", "b"), List.of(List.of(new Value(1)))))
			.withMessage("'rows' must have 2 cells each but one has 1");
	}

	@Test
	void createWhenCellIsCompositeThrowsException() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Table(List.of("a"), List.of(List.of(new Items(List.of())))))
			.withMessageContaining("Items");
	}

}
