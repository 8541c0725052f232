package io.github.gmr.redact.name;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for the rows of every {@link RuleTable}: each decides its examples, and no row
 * above it does.
 */
class RuleTableTests {

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource
	void nounRuleDecidesItsExamples(String row, String example, Rule<Noun> rule) {
		assertDecides(rule, NounRules.TABLE, noun(example), example);
	}

	static Stream<Arguments> nounRuleDecidesItsExamples() {
		return examples(NounRules.TABLE);
	}

	/**
	 * Return the last noun of a name that any row knows.
	 */
	private static Noun noun(String name) {
		return nouns(name).filter((noun) -> NounRules.TABLE.first(noun).isPresent()).findFirst().orElseThrow();
	}

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource
	void compoundRuleDecidesItsExamples(String row, String example, Rule<Compound> rule) {
		assertDecides(rule, CompoundRules.TABLE, compound(example), example);
	}

	static Stream<Arguments> compoundRuleDecidesItsExamples() {
		return examples(CompoundRules.TABLE);
	}

	private static Compound compound(String name) {
		return nouns(name).map((noun) -> Compound.of(noun, NounRules.TABLE.decide(noun)))
			.filter((compound) -> compound.shape() != Shape.ANY)
			.findFirst()
			.orElseThrow();
	}

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource
	void segmentRuleDecidesItsExamples(String row, String example, Rule<SegmentedName> rule) {
		assertDecides(rule, SegmentRules.TABLE, new SegmentedName(example, Words.bySegment(example)), example);
	}

	static Stream<Arguments> segmentRuleDecidesItsExamples() {
		return examples(SegmentRules.TABLE);
	}

	@Test
	void decideWhenNoRuleMatchesReturnsAny() {
		RuleTable<String> table = RuleTable.<String>empty().row("empty", String::isEmpty, Shape.NONE, "");
		assertThat(table.decide("x")).isEqualTo(Shape.ANY);
	}

	private static <T> void assertDecides(Rule<T> rule, RuleTable<T> table, T subject, String example) {
		assertThat(table.first(subject).map(Rule::name)).contains(rule.name());
		assertThat(new NameRules(List.of(), List.of()).shape(example)).isEqualTo(rule.result().apply(subject));
	}

	private static <T> Stream<Arguments> examples(RuleTable<T> table) {
		return table.rules()
			.stream()
			.flatMap((rule) -> rule.examples().stream().map((example) -> arguments(rule.name(), example, rule)));
	}

	/**
	 * Return the words of the last segment of a name, the last first.
	 */
	private static Stream<Noun> nouns(String name) {
		List<List<String>> segments = Words.bySegment(name);
		int last = segments.size() - 1;
		return IntStream.iterate(segments.get(last).size() - 1, (i) -> i >= 0, (i) -> i - 1)
			.mapToObj((i) -> new Noun(segments, last, i));
	}

}
