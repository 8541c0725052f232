package io.github.gmr.redact.find;

import java.util.List;
import java.util.stream.Stream;

import io.github.gmr.redact.name.NameRules;
import io.github.gmr.redact.text.Marks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for each row of {@link SecretFinders}: it masks its examples by itself, and no
 * row masks the harmless neighbours of any.
 */
class SecretFindersTests {

	private static final List<SearchRule> TABLE = SecretFinders.table(new NameRules(List.of(), List.of()));

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource
	void rowMasksItsExamples(String subject, String example, SearchRule row) {
		assertThat(mask(List.of(row), example.replaceAll("[«»]", "")))
			.isEqualTo(example.replaceAll("(?s)«[^»]*»", "******"));
	}

	static Stream<Arguments> rowMasksItsExamples() {
		return TABLE.stream()
			.flatMap((row) -> row.secrets().stream().map((example) -> arguments(row.subject(), example, row)));
	}

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource
	void rowsKeepHarmlessNeighbours(String subject, String neighbour) {
		assertThat(mask(TABLE, neighbour)).isEqualTo(neighbour);
	}

	static Stream<Arguments> rowsKeepHarmlessNeighbours() {
		return TABLE.stream()
			.flatMap((row) -> row.harmless().stream().map((neighbour) -> arguments(row.subject(), neighbour)));
	}

	@Test
	void rowsHaveThreeExamplesAndNeighbours() {
		assertThat(TABLE).allSatisfy((row) -> {
			assertThat(row.secrets()).hasSizeGreaterThanOrEqualTo(3);
			assertThat(row.harmless()).hasSizeGreaterThanOrEqualTo(3);
		});
	}

	@Test
	void findWhenSecretIsRepeatedMasksItAgain() {
		Marks marks = new Marks();
		String text = "password: Gartenzwerg\ngreeting: hello Gartenzwerg, Gartenzwerge\nuser: bob";
		SecretFinders.all(new NameRules(List.of(), List.of()), List.of()).forEach((finder) -> finder.find(text, marks));
		assertThat(marks.mask(text)).isEqualTo("password: ******\ngreeting: hello ******, Gartenzwerge\nuser: bob");
	}

	private static String mask(List<SearchRule> rows, String text) {
		Marks marks = new Marks();
		rows.forEach((row) -> row.finder().find(text, marks));
		return marks.mask(text);
	}

}
