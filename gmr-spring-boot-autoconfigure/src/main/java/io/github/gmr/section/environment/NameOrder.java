package io.github.gmr.section.environment;

import java.util.Comparator;

/**
 * Orders names as people do: {@code servers[2]} stands before {@code servers[10]}.
 */
final class NameOrder implements Comparator<String> {

	static final NameOrder INSTANCE = new NameOrder();

	private NameOrder() {
	}

	@Override
	public int compare(String left, String right) {
		int index = 0;
		int end = Math.min(left.length(), right.length());
		while (index < end && left.charAt(index) == right.charAt(index)) {
			index++;
		}
		int start = index;
		while (start > 0 && isDigit(left.charAt(start - 1))) {
			start--;
		}
		int digits = digits(left, start);
		int others = digits(right, start);
		return (digits > 0 && others > 0 && digits != others) ? digits - others : compare(left, right, index);
	}

	private static int compare(String left, String right, int index) {
		return (index < Math.min(left.length(), right.length())) ? left.charAt(index) - right.charAt(index)
				: left.length() - right.length();
	}

	private static int digits(String name, int start) {
		int end = start;
		while (end < name.length() && isDigit(name.charAt(end))) {
			end++;
		}
		return end - start;
	}

	private static boolean isDigit(char ch) {
		return ch >= '0' && ch <= '9';
	}

}
