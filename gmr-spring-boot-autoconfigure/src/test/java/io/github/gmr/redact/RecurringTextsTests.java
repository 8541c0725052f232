package io.github.gmr.redact;

import java.util.ArrayList;
import java.util.List;

import io.github.gmr.redact.text.Marks;
import io.github.gmr.redact.text.SecretFinder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link RecurringTexts}.
 */
class RecurringTextsTests {

	private static final String SECRET = "user=a password=secret-1";

	private final List<String> looked = new ArrayList<>();

	private boolean failing;

	private final RecurringTexts texts = new RecurringTexts(
			List.of(this::look, Redaction.withDefaults().patterns().get(0)), 3);

	@Test
	void findWhenTextComesAgainMarksTheSameWithoutALook() {
		assertThat(mask(SECRET)).isEqualTo("user=a password=******");
		assertThat(mask("harmless")).isEqualTo("harmless");
		assertThat(mask(SECRET)).isEqualTo("user=a password=******");
		assertThat(mask("harmless")).isEqualTo("harmless");
		assertThat(this.looked).containsExactly(SECRET, "harmless");
	}

	@Test
	void findWhenTextIsLongLooksEachTime() {
		String text = "x".repeat(1100) + SECRET;
		assertThat(mask(text)).endsWith("=******");
		assertThat(mask(text)).endsWith("=******");
		assertThat(this.looked).hasSize(2);
	}

	@Test
	void findWhenThereAreTooManyTextsForgetsThem() {
		for (String text : List.of("a", "b", "c", "d", "d", "a")) {
			mask(text);
		}
		assertThat(this.looked).containsExactly("a", "b", "c", "d", "a");
	}

	@Test
	void findWhenLookFailsFailsEachTime() {
		this.failing = true;
		assertThatIllegalStateException().isThrownBy(() -> mask(SECRET));
		assertThatIllegalStateException().isThrownBy(() -> mask(SECRET));
		this.failing = false;
		assertThat(mask(SECRET)).endsWith("=******");
	}

	private void look(String text, Marks marks) {
		if (this.failing) {
			throw new IllegalStateException();
		}
		this.looked.add(text);
	}

	private String mask(String text) {
		Marks marks = new Marks();
		((SecretFinder) this.texts).find(text, marks);
		return marks.mask(text);
	}

}
