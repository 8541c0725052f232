package io.github.gmr.content;

import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Makes content fit into one cell of a {@link Table}.
 */
final class Cell {

	private Cell() {
	}

	static boolean fits(Content content) {
		return content instanceof Value || content instanceof Text || content instanceof Failure;
	}

	static Content of(Content content) {
		return fits(content) ? content : new Text(text(content));
	}

	private static String text(Content content) {
		if (content instanceof Value value) {
			return value.asText();
		}
		if (content instanceof Text text) {
			return text.text();
		}
		if (content instanceof Finding finding) {
			return finding.summary();
		}
		if (content instanceof Failure failure) {
			return (failure.message() != null) ? failure.error() + ": " + failure.message() : failure.error();
		}
		return composite(content);
	}

	private static String composite(Content content) {
		if (content instanceof Items items) {
			return items.values().stream().map(Cell::text).collect(Collectors.joining(", "));
		}
		if (content instanceof Fields fields) {
			return fields.values()
				.entrySet()
				.stream()
				.map((field) -> field.getKey() + "=" + text(field.getValue()))
				.collect(Collectors.joining(", "));
		}
		return "(" + content.getClass().getSimpleName().toLowerCase(Locale.ROOT) + ")";
	}

}
