package io.github.gmr.redact.row;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Columns of which one has names and others have the values under these names, such as
 * {@code Property | Value}.
 *
 * @param name the index of the column that has the names, or -1
 * @param values the indexes of those that have their values
 */
public record NameValueColumns(int name, List<Integer> values) {

	private static final Set<String> NAMING = Set.of("name", "key", "property", "header", "parameter", "param", "field",
			"setting", "variable", "id", "type", "option", "attribute");

	/**
	 * Head columns of names, and are names of something else in other places.
	 */
	private static final Set<String> HEADINGS = Set.of("cookie", "env", "environment variable", "env var", "variable",
			"config", "k");

	private static final Set<String> VALUES = Set.of("value", "values", "val", "content", "contents", "text", "data",
			"current", "effective", "actual", "current value", "new value", "old value", "default", "default value",
			"raw", "was", "now", "before", "after", "v");

	/**
	 * Head a column of what is said about names rather than what stands under them.
	 */
	private static final Set<String> ABOUT = Set.of("source", "origin", "class", "scope", "description", "status",
			"state", "owner", "count", "size", "hits", "used", "created", "updated", "expires", "expiry", "location",
			"file", "line", "comment", "note", "role", "version", "length", "age", "kind", "required", "type", "unit",
			"rule", "rules", "allowed", "reference", "documentation");

	/**
	 * Head columns of names behind other words, if there are values, too.
	 */
	private static final Set<String> QUALIFIED = Set.of("name", "key", "field");

	/**
	 * Name nothing but settings, so that all beside them is values.
	 */
	private static final Set<String> STRONG = Set.of("property", "setting", "variable", "header", "parameter", "option",
			"attribute");

	/**
	 * Say of a text what it is called.
	 */
	private static final Set<String> SECOND = Set.of("type", "id");

	/**
	 * Copy the list.
	 */
	public NameValueColumns {
		values = List.copyOf(values);
	}

	/**
	 * Return the roles of columns.
	 * @param headers what stands above the columns
	 * @return the roles; without names unless there are values, too. Of two columns the
	 * one beside the names has the values, whatever it is called.
	 */
	public static NameValueColumns of(List<String> headers) {
		List<Integer> values = IntStream.range(0, headers.size())
			.filter((i) -> isValue(headers.get(i)))
			.boxed()
			.toList();
		int name = name(headers);
		if (name == 0 && (STRONG.contains(plain(headers.get(0))) || STRONG.contains(last(headers.get(0))))) {
			return new NameValueColumns(0,
					IntStream.range(1, headers.size())
						.filter((i) -> !isName(headers.get(i)) && !ABOUT.contains(plain(headers.get(i))))
						.boxed()
						.toList());
		}
		if (name < 0 && !values.isEmpty()) {
			name = IntStream.range(0, headers.size())
				.filter((i) -> QUALIFIED.contains(last(headers.get(i))))
				.findFirst()
				.orElse(-1);
		}
		boolean pair = name == 0 && headers.size() == 2 && !isName(headers.get(1))
				&& !ABOUT.contains(plain(headers.get(1)));
		return (name < 0 || (values.isEmpty() && !pair)) ? new NameValueColumns(-1, List.of())
				: new NameValueColumns(name, pair ? List.of(1) : values);
	}

	private static int name(List<String> headers) {
		int second = -1;
		for (int i = 0; i < headers.size(); i++) {
			boolean name = isName(headers.get(i)) || HEADINGS.contains(plain(headers.get(i)));
			if (name && !SECOND.contains(plain(headers.get(i)))) {
				return i;
			}
			second = (second < 0 && name) ? i : second;
		}
		return second;
	}

	/**
	 * Return whether what stands under a word is the name of something.
	 * @param word the word
	 * @return whether the word announces a name
	 */
	public static boolean isName(String word) {
		return NAMING.contains(plain(word)) || STRONG.contains(last(word));
	}

	/**
	 * Return whether what stands under a word is the value of something that is named
	 * beside it.
	 * @param word the word
	 * @return whether the word announces a value
	 */
	public static boolean isValue(String word) {
		return VALUES.contains(plain(word)) || last(word).equals("value");
	}

	/**
	 * Return the last of several words.
	 */
	private static String last(String word) {
		String plain = plain(word);
		int space = plain.lastIndexOf(' ');
		return (space > 0 && !plain.startsWith("file ")) ? plain.substring(space + 1) : "";
	}

	private static String plain(String word) {
		return word.strip().toLowerCase(Locale.ROOT);
	}

}
