package io.github.gmr.redact.token;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The table of all forms of tokens. Immutable.
 *
 * @param rows the forms, in the order in which they are tried
 */
record TokenForms(List<TokenForm> rows) {

	/**
	 * Load the table.
	 * @return the table
	 */
	static TokenForms load() {
		try (InputStream in = TokenForms.class.getResourceAsStream("forms.txt")) {
			String table = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
			return new TokenForms(table.lines().filter((line) -> !line.startsWith("#")).map(TokenForm::parse).toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return the forms that begin with their fixed text.
	 * @return for each character of ASCII the forms that begin with it
	 */
	List<List<TokenForm>> byFirst() {
		return IntStream.range(0, 128)
			.mapToObj((first) -> this.rows.stream()
				.filter((form) -> form.before() == null && form.text().charAt(0) == first)
				.toList())
			.toList();
	}

	/**
	 * Return the forms that begin with a run of characters.
	 * @return the forms
	 */
	List<TokenForm> withRunBefore() {
		return this.rows.stream().filter((form) -> form.before() != null).toList();
	}

}
