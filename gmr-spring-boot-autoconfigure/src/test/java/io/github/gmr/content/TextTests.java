package io.github.gmr.content;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Text}.
 */
class TextTests {

	private static final String LETTER = "\ud83d\ude00";

	@Test
	void createWhenWellFormedKeepsText() {
		String text = "one\ntwo\tthree \u0000 " + LETTER;
		assertThat(new Text(text).text()).isSameAs(text);
	}

	@Test
	void createWhenSurrogatesAreAloneEscapesThem() {
		assertThat(new Text("\udc00" + LETTER + "\ud83d").text()).isEqualTo("\\udc00" + LETTER + "\\ud83d");
		assertThat(new Text("\ud83d\ud83d\ude00x").text()).isEqualTo("\\ud83d" + LETTER + "x");
	}

	@Test
	void createWhenTooLongCutsAndCounts() {
		assertThat(new Text("x".repeat(100_000)).text()).hasSizeLessThan(65_600)
			.startsWith("x".repeat(65_536))
			.endsWith("x... 34464 more characters");
	}

	@Test
	void createWhenCutMeetsSurrogatePairKeepsItWhole() {
		assertThat(new Text("x" + LETTER.repeat(50_000)).text()).endsWith(LETTER + "... 34466 more characters")
			.doesNotContain("\\u");
	}

	@Test
	void createWhenMadeAgainFromCutTextKeepsIt() {
		String once = new Text("x".repeat(100_000)).text();
		assertThat(new Text(once).text()).isEqualTo(once);
	}

}
