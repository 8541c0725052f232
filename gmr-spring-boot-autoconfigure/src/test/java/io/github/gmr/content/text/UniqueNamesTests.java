package io.github.gmr.content.text;

import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UniqueNames}.
 */
class UniqueNamesTests {

	@Test
	void uniqueWhenNameWasGivenNumbersIt() {
		UniqueNames names = new UniqueNames();
		assertThat(Stream.of("a", "b", "a", "a", "b").map(names::unique)).containsExactly("a", "b", "a (2)", "a (3)",
				"b (2)");
	}

	@Test
	void uniqueWhenNumberedNameWasGivenTakesTheNextNumber() {
		UniqueNames names = new UniqueNames();
		assertThat(Stream.of("a (2)", "a", "a", "a (2)").map(names::unique)).containsExactly("a (2)", "a", "a (3)",
				"a (2) (2)");
	}

	@Test
	void uniqueWhenSuffixIsAnotherWritesItInAnyLocale() {
		Locale locale = Locale.getDefault();
		Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
		try {
			UniqueNames names = new UniqueNames("-%d");
			assertThat(Stream.of("a", "a").map(names::unique)).containsExactly("a", "a-2");
		}
		finally {
			Locale.setDefault(locale);
		}
	}

}
