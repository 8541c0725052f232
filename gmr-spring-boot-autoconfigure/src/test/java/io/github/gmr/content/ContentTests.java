package io.github.gmr.content;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.gmr.content.text.ByteSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link Content}, above all that any value becomes content.
 */
class ContentTests {

	@ParameterizedTest
	@MethodSource
	void ofWhenSingleTellsIt(Object value, Content expected) {
		assertThat(Content.of(value)).isEqualTo(expected);
	}

	static Stream<Arguments> ofWhenSingleTellsIt() {
		Instant instant = Instant.parse("2026-11-23T03:00:00.123Z");
		return Stream.of(arguments(null, new Value(null)), arguments(7, new Value(7L)),
				arguments(Double.NaN, new Value("NaN")), arguments(true, new Value(true)),
				arguments("text", new Text("text")), arguments(new StringBuilder("text"), new Text("text")),
				arguments('c', new Text("c")), arguments(TimeUnit.DAYS, new Value("DAYS")),
				arguments(Duration.ofSeconds(90), new Value(Duration.ofSeconds(90))),
				arguments(new ByteSize(4096), Content.bytes(4096)), arguments(Period.ofDays(2), new Value("P2D")),
				arguments(instant, new Value("2026-11-23T03:00:00.123Z")),
				arguments(LocalDate.EPOCH, new Value("1970-01-01")),
				arguments(Date.from(instant), new Value("2026-11-23T03:00:00.123Z")),
				arguments(Timestamp.from(instant), new Value("2026-11-23T03:00:00.123Z")),
				arguments(Path.of("/a/b"), new Text(Path.of("/a/b").toString())),
				arguments(String.class, new Text("java.lang.String")),
				arguments("secret".toCharArray(), new Text("secret")), arguments(new byte[3], new Text("3 bytes")),
				arguments(Optional.empty(), new Value(null)),
				arguments(Optional.of(Optional.of(List.of(1))), new Items(List.of(new Value(1)))),
				arguments(new Value(1), new Value(1)));
	}

	@Test
	void ofWhenArrayTellsItems() {
		assertThat(Content.of(new int[] { 1, 2 })).isEqualTo(new Items(List.of(new Value(1), new Value(2))));
		assertThat(Content.of(new Object[] { null, new String[] { "a" } }))
			.isEqualTo(new Items(List.of(new Value(null), new Items(List.of(new Text("a"))))));
	}

	@Test
	void ofWhenThrowableTellsFailure() {
		assertThat(Content.of(new IOException("x"))).isInstanceOf(Failure.class);
		assertThat(Content.of(new SQLException("x"))).isInstanceOf(Failure.class);
	}

	@Test
	void ofWhenMapHasOddKeysNamesThem() {
		Map<Object, Object> map = new LinkedHashMap<>();
		map.put(null, 1);
		map.put(new Nameless(), 2);
		assertThat(((Fields) Content.of(map)).values()).containsExactly(entry("null", new Value(1)),
				entry("null (2)", new Value(2)));
	}

	@Test
	void ofWhenKeyFailsCostsThatName() {
		Map<Object, Object> map = new IdentityHashMap<>();
		map.put(new Broken(), 1);
		assertThat(((Fields) Content.of(map)).values())
			.containsExactly(entry("(java.lang.IllegalStateException)", new Value(1)));
	}

	@Test
	void ofWhenTextIsNullTellsIt() {
		assertThat(Content.of(new Nameless())).isEqualTo(new Text("null"));
	}

	@Test
	void ofWhenValueFailsTellsFailure() {
		assertThat(((Failure) Content.of(new Broken())).message()).isEqualTo("broken toString");
		Iterable<Object> sneaky = () -> Sneaky.<Iterator<Object>, RuntimeException>sneak(new IOException("x"));
		assertThat(((Failure) Content.of(sneaky)).error()).isEqualTo("java.io.IOException");
		assertThat(((Items) Content.of(List.of(1, new Broken(), 3))).values()).satisfiesExactly(
				(first) -> assertThat(first).isEqualTo(new Value(1)),
				(second) -> assertThat(second).isInstanceOf(Failure.class),
				(third) -> assertThat(third).isEqualTo(new Value(3)));
	}

	@Test
	void ofWhenMapContainsItselfStops() {
		Map<String, Object> map = new HashMap<>();
		map.put("self", Optional.of(List.of(map)));
		assertThat(Content.of(map))
			.isEqualTo(new Fields(Map.of("self", new Items(List.of(new Text("(this java.util.HashMap again)"))))));
	}

	@Test
	void ofWhenListContainsItselfManyTimesStops() {
		List<Object> list = new ArrayList<>();
		for (int i = 0; i < 20_000; i++) {
			list.add(list);
		}
		assertThat(((Items) Content.of(list)).values()).hasSize(10_001)
			.startsWith(new Text("(this java.util.ArrayList again)"))
			.endsWith(new Text("... 10000 more"));
	}

	@Test
	void ofWhenTheSameListStandsTwiceTellsItTwice() {
		List<Integer> shared = List.of(1);
		assertThat(Content.of(List.of(shared, shared)))
			.isEqualTo(new Items(List.of(new Items(List.of(new Value(1))), new Items(List.of(new Value(1))))));
	}

	@Test
	void ofWhenListsMultiplyStaysBounded() {
		List<Object> list = List.of("leaf");
		for (int level = 0; level < 14; level++) {
			list = Collections.nCopies(100, list);
		}
		assertThat(count(Content.of(list))).isBetween(10_000, 10_100);
	}

	@Test
	void ofWhenNestedTooDeeplySaysSo() {
		List<Object> list = new ArrayList<>();
		for (int level = 0; level < 100_000; level++) {
			list = new ArrayList<>(Collections.singletonList(list));
		}
		Content content = Content.of(list);
		for (int level = 1; level < Limits.MAX_DEPTH; level++) {
			content = ((Items) content).values().get(0);
		}
		assertThat(content).isEqualTo(new Text("... nested deeper than 16 levels"));
	}

	@Test
	void itemsWhenThereAreManyCountsTheRest() {
		Items items = Content.items(Collections.nCopies(12_345, 1));
		assertThat(items.values()).hasSize(10_001).endsWith(new Text("... 2345 more"));
		assertThat(new Items(items.values())).isEqualTo(items);
		assertThat(new Items(Collections.nCopies(12_345, new Value(1)))).isEqualTo(items);
	}

	@Test
	void itemsWhenTheyNeverEndStopsCounting() {
		Iterable<Integer> endless = () -> Stream.iterate(1, (number) -> number + 1).iterator();
		assertThat(Content.items(endless).values()).hasSize(10_001).endsWith(new Text("... at least 1000000 more"));
		assertThat(Content.table(endless, (columns) -> columns.column("n", (row) -> row)).rows()).hasSize(10_001)
			.endsWith(List.of(new Text("... at least 1000000 more")));
	}

	@Test
	void itemsWhenTheyChangeTriesAgain() {
		List<Integer> numbers = Collections.nCopies(6000, 1);
		assertThat(Content.items(new Changing<>(numbers, 1)).values()).hasSize(6000).containsOnly(new Value(1));
		assertThat(((Items) Content.of(new Changing<>(numbers, 1))).values()).hasSize(6000);
	}

	@Test
	void settingWhenIllFormedMakesItWellFormed() {
		assertThat(Setting.of("a.\ud800", "\udc00", null))
			.isEqualTo(new Setting("a", "a.\\ud800", "\\udc00", null, false));
		assertThat(Setting.of(".a", null, null).group()).isEqualTo("default");
	}

	private static int count(Content content) {
		return (content instanceof Items items) ? 1 + items.values().stream().mapToInt(ContentTests::count).sum() : 1;
	}

	private static final class Nameless {

		@Override
		public String toString() {
			return null;
		}

	}

}
