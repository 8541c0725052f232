package io.github.gmr.redact.phrase;

import java.util.List;
import java.util.stream.Stream;

import io.github.gmr.redact.name.NameRules;
import io.github.gmr.redact.text.Marks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for each row of {@link Phrases}: it masks its examples, and neither it nor
 * another masks its harmless neighbours.
 */
class PhrasesTests {

	private static final NameRules NAMES = new NameRules(List.of(), List.of());

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource
	void rowMasksItsExamples(String subject, String example, Phrase row) {
		String text = example.replaceAll("[«»]", "");
		assertThat(mask(List.of(row), text)).isEqualTo(example.replaceAll("«[^»]*»", "******"));
	}

	static Stream<Arguments> rowMasksItsExamples() {
		return Phrases.ALL.stream()
			.flatMap((row) -> row.secrets().stream().map((example) -> arguments(row.subject(), example, row)));
	}

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource
	void rowKeepsItsHarmlessNeighbours(String subject, String neighbour) {
		assertThat(mask(Phrases.ALL, neighbour)).isEqualTo(neighbour);
	}

	static Stream<Arguments> rowKeepsItsHarmlessNeighbours() {
		return Phrases.ALL.stream()
			.flatMap((row) -> row.harmless().stream().map((neighbour) -> arguments(row.subject(), neighbour)));
	}

	@ParameterizedTest
	@MethodSource
	void rowHasThreeOfEach(Phrase row) {
		assertThat(row.secrets()).hasSizeGreaterThanOrEqualTo(3);
		assertThat(row.harmless()).hasSizeGreaterThanOrEqualTo(3);
	}

	static List<Phrase> rowHasThreeOfEach() {
		return Phrases.ALL;
	}

	private static String mask(List<Phrase> rows, String text) {
		Marks marks = new Marks();
		new Phrases(rows, NAMES).find(text, marks);
		return marks.mask(text);
	}

}
