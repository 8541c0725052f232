package io.github.gmr.redact.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.gmr.redact.name.NameRules;
import io.github.gmr.redact.text.Marks;
import io.github.gmr.redact.text.Scan;
import io.github.gmr.redact.text.SecretFinder;

/**
 * Finds secrets in lists of values that follow the list of their columns:
 * {@code insert into users (name, password) values ('bob', 'x')},
 * {@code Key (api_key)=(x)}.
 */
public final class ColumnLists implements SecretFinder {

	private static final String COLUMNS = "\\s{0,8}\\((?<columns>[^()]{1,2000})\\)";

	/**
	 * Lists of columns, from their first word on to the bracket that opens the values.
	 */
	private static final List<Pattern> LISTS = List.of(
			Pattern.compile(
					"into\\s{1,8}(?<table>[^\\s(]{1,200})" + COLUMNS
							+ "(?:\\s{0,8}key\\s{0,8}\\([^()]{1,200}\\))?[^(;]{0,100}?values?\\s{0,8}(?=\\()",
					Pattern.CASE_INSENSITIVE),
			Pattern.compile("(?:key|set)" + COLUMNS + "\\s?=\\s?(?=\\()", Pattern.CASE_INSENSITIVE),
			Pattern.compile("set" + COLUMNS + "\\s?=\\s?(?=\\()", Pattern.CASE_INSENSITIVE), Pattern.compile(
					"on [^\\s(]{1,200}\\((?<columns>[^()]{1,500})\\) values\\s{0,2}(?=\\()", Pattern.CASE_INSENSITIVE));

	/**
	 * Columns that mean a secret in a table of secrets.
	 */
	private static final Set<String> PARTS = Set.of("key", "value", "key_value", "hash", "key_hash", "data");

	private static final List<String> STARTS = List.of("into ", "key (", "set (", "on ");

	private final NameRules names;

	/**
	 * Create a finder.
	 * @param names decides which columns have secrets
	 */
	public ColumnLists(NameRules names) {
		this.names = names;
	}

	@Override
	public void find(String text, Marks marks) {
		if (text.indexOf('(') < 0) {
			return;
		}
		String lower = Scan.lowerCase(text);
		for (int i = 0; i < LISTS.size(); i++) {
			Matcher matcher = LISTS.get(i).matcher(text);
			String start = STARTS.get(i);
			Scan.each(lower, start, (end) -> {
				matcher.region(end - start.length(), text.length());
				return matcher.lookingAt() ? values(text, matcher, marks) : end;
			});
		}
	}

	/**
	 * Mark the values of all rows that follow.
	 */
	private int values(String text, Matcher matcher, Marks marks) {
		CellMarks cells = new CellMarks(text, this.names, marks);
		String table = matcher.pattern().pattern().startsWith("into") ? column(matcher.group("table")) + "." : "";
		List<String> columns = List.of(matcher.group("columns").split(","))
			.stream()
			.map(ColumnLists::column)
			.map((column) -> PARTS.contains(Scan.lowerCase(column)) ? table + column : column)
			.toList();
		int open = matcher.end();
		while (text.startsWith("(", open)) {
			List<Cell> row = new ArrayList<>();
			int close = row(text, open + 1, row);
			for (int i = 0; i < row.size() && i < columns.size(); i++) {
				cells.mark(columns.get(i), row.get(i));
			}
			open = Scan.end(text, Math.min(text.length(), close + 1), (ch) -> ch == ',' || Character.isWhitespace(ch));
		}
		return open;
	}

	private static String column(String column) {
		String name = column.strip().replaceAll("[\"`\\[\\]]", "");
		int space = name.indexOf(' ');
		return (space > 0) ? name.substring(0, space) : name;
	}

	/**
	 * Collect the values of a row.
	 * @return the index of the bracket that closes it, or the end of the text
	 */
	private static int row(String text, int start, List<Cell> row) {
		int from = start;
		int depth = 0;
		int i = start;
		for (; i < text.length() && (depth > 0 || text.charAt(i) != ')'); i++) {
			switch (text.charAt(i)) {
				case '\'' -> i = endOfQuote(text, i + 1);
				case '(' -> depth++;
				case ')' -> depth--;
				case ',' -> {
					if (depth == 0) {
						row.add(value(text, from, i));
						from = i + 1;
					}
				}
				default -> {
				}
			}
		}
		row.add(value(text, from, Math.min(i, text.length())));
		return i;
	}

	/**
	 * Return a value without a comment before it.
	 */
	private static Cell value(String text, int from, int to) {
		int comment = text.substring(from, to).lastIndexOf("*/");
		return Cell.of(text, (comment >= 0) ? from + comment + 2 : from, to);
	}

	private static int endOfQuote(String text, int start) {
		int end = text.indexOf('\'', start);
		while (end >= 0 && text.startsWith("'", end + 1)) {
			end = text.indexOf('\'', end + 2);
		}
		return (end >= 0) ? end : text.length();
	}

}
