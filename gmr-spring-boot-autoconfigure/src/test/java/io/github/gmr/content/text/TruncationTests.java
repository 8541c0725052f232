package io.github.gmr.content.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Truncation}.
 */
class TruncationTests {

	private static final String LETTER = "\ud83d\ude00";

	@Test
	void keepWhenTextIsLongerCutsAndCounts() {
		assertThat(Truncation.keep("x".repeat(100), 30)).isEqualTo("x".repeat(30) + "... 70 more characters");
	}

	@Test
	void keepWhenTextIsNotLongerReturnsIt() {
		String text = "x".repeat(30);
		assertThat(Truncation.keep(text, 30)).isSameAs(text);
	}

	@Test
	void keepWhenCutMeetsSurrogatePairLeavesBothHalvesOut() {
		assertThat(Truncation.keep("x" + LETTER.repeat(3), 2)).isEqualTo("x... 6 more characters");
		assertThat(Truncation.keep("x" + LETTER.repeat(3), 3)).isEqualTo("x" + LETTER + "... 4 more characters");
	}

	@Test
	void fitWhenTextIsLongerNeverExceedsTheLimit() {
		assertThat(Truncation.fit("x".repeat(101), 100)).isEqualTo("x".repeat(60) + "... 41 more characters");
		String longest = "x".repeat(100) + "... " + "9".repeat(18) + " more characters";
		assertThat(Truncation.fit(longest, 100)).hasSizeLessThanOrEqualTo(100)
			.endsWith("x... 1000000000000000039 more characters");
	}

	@Test
	void fitWhenTextIsNotLongerReturnsIt() {
		String text = "x".repeat(100);
		assertThat(Truncation.fit(text, 100)).isSameAs(text);
	}

	@Test
	void fitWhenCutMeetsSurrogatePairLeavesBothHalvesOut() {
		assertThat(Truncation.fit("x" + LETTER.repeat(50), 100))
			.isEqualTo("x" + LETTER.repeat(29) + "... 42 more characters");
	}

	@Test
	void fitWhenTextWasCutBeforeCountsAllThatIsMissing() {
		String text = "x".repeat(1000);
		assertThat(Truncation.fit(Truncation.keep(text, 500), 100))
			.isEqualTo("x".repeat(60) + "... 940 more characters");
		assertThat(Truncation.fit(Truncation.fit(text, 200), 100)).isEqualTo(Truncation.fit(text, 100));
	}

	@ParameterizedTest
	@ValueSource(strings = { "... 7 more characters of it", "... 7 more character", "... many more characters",
			"...7 more characters", ".. 7 more characters", "... -7 more characters", "... 7  more characters",
			"... 1234567890123456789 more characters", "... \u0667 more characters" })
	void fitWhenTextOnlyLooksCutCountsItsOwnCharacters(String end) {
		String text = "x".repeat(200) + end;
		assertThat(Truncation.fit(text, 100))
			.isEqualTo("x".repeat(60) + "... " + (text.length() - 60) + " more characters");
	}

	@Test
	void keepWordsWhenTextIsLongerCutsAtSpace() {
		assertThat(Truncation.keepWords("one two three", 9)).isEqualTo("one two ... 6 more characters");
		assertThat(Truncation.keepWords("one two three", 7)).isEqualTo("one two ... 6 more characters");
		assertThat(Truncation.keepWords("one two three", 2)).isEqualTo(" ... 13 more characters");
		assertThat(Truncation.keepWords("one two three", 13)).isEqualTo("one two three");
	}

}
