package io.github.gmr.content;

import java.io.IOException;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

/**
 * Tests for {@link Fields} and {@link FieldsBuilder}.
 */
class FieldsTests {

	@Test
	void fieldsKeepsOrder() {
		Fields fields = Content.fields(
				(builder) -> builder.add("b", 1).add("a", (nested) -> nested.add("c", true)).add(Content.warning("w")));
		assertThat(fields.values()).containsExactly(entry("b", new Value(1)),
				entry("a", new Fields(Map.of("c", new Value(true)))), entry("finding", Content.warning("w")));
	}

	@Test
	void fieldsWhenNamesAreEqualMakesThemUnique() {
		Fields fields = Content.fields((builder) -> builder.add("a (2)", 1).add("a", 2).add("a", 3).add("a", 4));
		assertThat(fields.values().keySet()).containsExactly("a (2)", "a", "a (3)", "a (4)");
		assertThat(new Fields(fields.values())).isEqualTo(fields);
	}

	@Test
	void fieldsWhenNameOrValueIsNullTellsIt() {
		Map<String, Object> map = new HashMap<>();
		map.put(null, null);
		assertThat(Content.fields(map).values()).containsExactly(entry("null", new Value(null)));
		assertThat(Content.fields((builder) -> builder.add(null, (Object) null)).values())
			.containsExactly(entry("null", new Value(null)));
	}

	@Test
	void fieldsWhenValueIsLiteralNullTellsIt() {
		assertThat(Content.fields((builder) -> builder.add("oldest", null)).values())
			.containsExactly(entry("oldest", new Value(null)));
	}

	@Test
	void fieldsWhenNameIsIllFormedOrLongMakesItWellFormed() {
		Fields fields = Content
			.fields((builder) -> builder.add("\ud800", 1).add("x".repeat(600), 2).add("x".repeat(700), 3));
		assertThat(fields.values().keySet()).containsExactly("\\ud800", "x".repeat(512) + "... 88 more characters",
				"x".repeat(512) + "... 188 more characters");
		assertThat(new Fields(fields.values())).isEqualTo(fields);
	}

	@Test
	void fieldsWhenThereAreManyCountsTheRest() {
		Fields fields = Content.fields((builder) -> {
			for (int i = 0; i < 12_345; i++) {
				builder.add("n", i);
			}
		});
		assertThat(fields.values()).hasSize(10_001).containsEntry("...", new Text("... 2345 more"));
		assertThat(new Fields(fields.values())).isEqualTo(fields);
	}

	@Test
	void createWhenThereAreManyCountsTheRest() {
		Map<String, Content> values = new LinkedHashMap<>();
		for (int i = 0; i < 12_345; i++) {
			values.put("n" + i, new Value(i));
		}
		assertThat(new Fields(values).values()).hasSize(10_001)
			.containsEntry("n9999", new Value(9999))
			.doesNotContainKey("n10000")
			.containsEntry("...", new Text("... 2345 more"));
	}

	@Test
	void fieldsWhenNestedTooDeeplySaysSo() {
		assertThat(depth(nest(16))).isEqualTo(16);
		assertThat(nest(16).toString()).contains("leaf").doesNotContain("deeper");
		assertThat(nest(17).toString()).contains("... nested deeper than 16 levels").doesNotContain("leaf");
		assertThat(depth(nest(40))).isLessThanOrEqualTo(16);
	}

	@Test
	void attemptWhenCallableFailsCostsThatLine() {
		Fields fields = Content.fields((builder) -> builder.attempt("checked", () -> {
			throw new IOException("x");
		})
			.attempt("error", () -> Sneaky.<Object, Error>sneak(new Error("y")))
			.attempt("internal", () -> Sneaky.<Object, Error>sneak(new InternalError("z")))
			.attempt("overflow", FieldsTests::overflow)
			.attempt("text", Broken::new)
			.attempt("null", () -> null)
			.attempt("fine", () -> 1));
		assertThat(fields.values().values())
			.extracting(
					(content) -> (content instanceof Failure failure) ? failure.error() : ((Value) content).asText())
			.containsExactly("java.io.IOException", "java.lang.Error", "java.lang.InternalError",
					"java.lang.StackOverflowError", "java.lang.IllegalStateException", "None", "1");
	}

	@Test
	void attemptWhenMemoryIsExhaustedLeavesItToTheReport() {
		assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> Content
			.fields((builder) -> builder.attempt("memory", () -> Sneaky.<Object, Error>sneak(new OutOfMemoryError()))));
	}

	@Test
	void attemptWhenInterruptedStaysInterrupted() {
		Content.fields((builder) -> builder.attempt("interrupted", () -> {
			throw new InterruptedException();
		}));
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void fieldsWhenMapChangesTriesAgain() {
		Map<String, Integer> map = new ChangingMap(6000, 1);
		assertThat(Content.fields(map).values()).hasSize(6000).containsEntry("n5999", new Value(5999));
		assertThat(((Fields) Content.of(new ChangingMap(6000, 1))).values()).hasSize(6000);
	}

	@Test
	void ofWhenMapChangesAllTheTimeTellsFailure() {
		assertThat(((Failure) Content.of(new ChangingMap(3, 2))).error())
			.isEqualTo("java.util.ConcurrentModificationException");
	}

	private static Fields nest(int levels) {
		Fields fields = Content.fields((leaf) -> leaf.add("value", "leaf"));
		for (int i = 2; i < levels; i++) {
			Fields inner = fields;
			fields = Content.fields((outer) -> outer.add("inner", inner));
		}
		return fields;
	}

	private static int depth(Content content) {
		return (content instanceof Fields fields)
				? 1 + fields.values().values().stream().mapToInt(FieldsTests::depth).max().orElse(0) : 1;
	}

	private static Object overflow() {
		return overflow();
	}

	private static final class ChangingMap extends AbstractMap<String, Integer> {

		private final Iterable<Entry<String, Integer>> entries;

		private final int size;

		private ChangingMap(int size, int changes) {
			List<Entry<String, Integer>> entries = new ArrayList<>();
			for (int i = 0; i < size; i++) {
				entries.add(entry("n" + i, i));
			}
			this.entries = new Changing<>(Collections.unmodifiableList(entries), changes);
			this.size = size;
		}

		@Override
		public Set<Entry<String, Integer>> entrySet() {
			return new AbstractSet<>() {

				@Override
				public Iterator<Entry<String, Integer>> iterator() {
					return ChangingMap.this.entries.iterator();
				}

				@Override
				public int size() {
					return ChangingMap.this.size;
				}

			};
		}

	}

}
