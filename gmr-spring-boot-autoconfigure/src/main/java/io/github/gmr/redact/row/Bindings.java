package io.github.gmr.redact.row;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.github.gmr.redact.name.NameRules;
import io.github.gmr.redact.text.Marks;
import io.github.gmr.redact.text.Scan;
import io.github.gmr.redact.text.SecretFinder;

/**
 * Finds the values that are told after a statement for its placeholders:
 * {@code where token = ? [x]}, {@code values ($1, $2) ... $2 = 'x'}.
 */
public final class Bindings implements SecretFinder {

	private static final int MAX_NAME = 128;

	private static final int MAX_PLACEHOLDERS = 64;

	/**
	 * Characters between a statement and the values.
	 */
	private static final int MAX_GAP = 160;

	private static final Pattern ANNOUNCING = Pattern
		.compile("(?i)(?:param(?:eter)?|bind(?:ing)?|arg(?:ument)?|value)s? ?$");

	private final NameRules names;

	/**
	 * Create a finder.
	 * @param names decides which names are those of secrets
	 */
	public Bindings(NameRules names) {
		this.names = names;
	}

	@Override
	public void find(String text, Marks marks) {
		CellMarks cells = new CellMarks(text, this.names, marks);
		if (text.contains("? ") || text.contains("?)") || text.contains("?;")) {
			questionMarks(text, cells);
		}
		if (text.contains("$1")) {
			numbers(text, cells);
		}
	}

	private static void questionMarks(String text, CellMarks cells) {
		List<String> names = new ArrayList<>();
		int last = -1;
		for (int i = text.indexOf('?'); i >= 0 && names.size() < MAX_PLACEHOLDERS; i = text.indexOf('?', i + 1)) {
			names.add(name(text, i));
			last = i;
		}
		List<Cell> values = values(text, last + 1);
		if (values.size() == names.size()) {
			for (int i = 0; i < names.size(); i++) {
				cells.mark(names.get(i), values.get(i));
			}
		}
	}

	/**
	 * Mark what stands after a number, of which a name stood before the same number.
	 */
	private static void numbers(String text, CellMarks cells) {
		Map<String, String> names = new HashMap<>();
		for (int i = text.indexOf('$'); i >= 0 && names.size() < MAX_PLACEHOLDERS; i = text.indexOf('$', i + 1)) {
			int end = Scan.end(text, i + 1, Character::isDigit);
			String number = text.substring(i, end);
			int value = Scan.end(text, end, (ch) -> ch == ' ' || ch == '=');
			String known = names.get(number);
			if (known == null) {
				names.put(number, name(text, i));
			}
			else if (value > end && text.startsWith("'", value)) {
				int close = text.indexOf('\'', value + 1);
				cells.mark(known, Cell.of(text, value, (close >= 0) ? close : text.length()));
			}
		}
	}

	/**
	 * Return the name of a column for which a placeholder stands.
	 */
	private static String name(String text, int placeholder) {
		int operator = Scan.start(text, 0, placeholder, (ch) -> ch == ' ');
		int end = Scan.start(text, 0, operator, (ch) -> "=<>! ".indexOf(ch) >= 0);
		if (end < operator) {
			return text.substring(Scan.start(text, Math.max(0, end - MAX_NAME), end, Bindings::isNamePart), end);
		}
		return column(text, placeholder);
	}

	private static boolean isNamePart(int ch) {
		return Character.isLetterOrDigit(ch) || ch == '_' || ch == '.';
	}

	/**
	 * Return the name of the column at the same place of its list.
	 */
	private static String column(String text, int placeholder) {
		int from = Math.max(0, placeholder - 16 * MAX_NAME);
		int open = text.lastIndexOf('(', placeholder);
		int close = (open > from) ? text.lastIndexOf(')', open) : -1;
		int begin = (close > from) ? text.lastIndexOf('(', close) : -1;
		if (begin < from || begin < 0 || !Scan.lowerCase(text.substring(close, open)).contains("values")) {
			return "";
		}
		int index = (int) text.substring(open, placeholder).chars().filter((ch) -> ch == ',').count();
		String[] columns = text.substring(begin + 1, close).split(",");
		return (index < columns.length) ? columns[index].replaceAll("[\"`\\[\\] ]", "") : "";
	}

	/**
	 * Return the values in the list that follows a statement.
	 */
	private static List<Cell> values(String text, int start) {
		int limit = Math.min(text.length(), start + MAX_GAP);
		int open = Scan.end(text, start, (ch) -> "[:=\n".indexOf(ch) < 0);
		if (open >= limit || text.charAt(open) == '\n'
				|| (text.charAt(open) != '[' && !ANNOUNCING.matcher(text.substring(start, open)).find())) {
			return List.of();
		}
		int begin = Scan.end(text, open, (ch) -> "[(:= ".indexOf(ch) >= 0);
		int end = Scan.end(text, begin, (ch) -> ch != ']' && ch != '\n');
		List<Cell> values = new ArrayList<>();
		int from = begin;
		for (int i = begin; i <= end && values.size() <= MAX_PLACEHOLDERS; i++) {
			if (i == end || text.charAt(i) == ',') {
				values.add(value(text, from, i));
				from = i + 1;
			}
		}
		return values;
	}

	/**
	 * Return a value without the type behind it.
	 */
	private static Cell value(String text, int from, int to) {
		int type = text.lastIndexOf('(', to - 1);
		boolean typed = type > from && to > 0 && text.charAt(to - 1) == ')';
		return Cell.of(text, from, typed ? type : to);
	}

}
