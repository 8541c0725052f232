package io.github.gmr.redact.token;

import java.util.Map;
import java.util.function.IntPredicate;

import io.github.gmr.redact.text.Scan;

/**
 * A part of a {@link TokenForm}.
 */
sealed interface TokenPart {

	/**
	 * Return where the part ends.
	 * @param text the text
	 * @param start where the part starts
	 * @return the index after the part, or -1 if it does not stand there
	 */
	int end(String text, int start);

	/**
	 * A text that is the same in all tokens of a form.
	 *
	 * @param text the text
	 */
	record Fixed(String text) implements TokenPart {

		@Override
		public int end(String text, int start) {
			return text.startsWith(this.text, start) ? start + this.text.length() : -1;
		}

	}

	/**
	 * A run of characters of a set.
	 *
	 * @param set which characters it consists of
	 * @param min how many there are at least
	 * @param max how many there are at most
	 */
	record Run(IntPredicate set, int min, int max) implements TokenPart {

		/**
		 * Characters that are read to find out whether a run is long enough, so that a
		 * text of first characters of tokens takes no longer than another.
		 */
		private static final int MAX_READ = 1024;

		private static final IntPredicate ANY = Scan.visibleExcept("\"'`,;&<>(){}[]|/@:?");

		private static final Map<String, IntPredicate> SETS = Map.of("num", Run::isDigit, "hex",
				(ch) -> isDigit(ch) || isIn(ch, 'a', 'f') || isIn(ch, 'A', 'F'), "up",
				(ch) -> isDigit(ch) || isIn(ch, 'A', 'Z'), "low", (ch) -> isDigit(ch) || isIn(ch, 'a', 'z'), "an",
				Run::isAlphanumeric, "id", (ch) -> isAlphanumeric(ch) || ch == '_' || ch == '-', "any", ANY);

		/**
		 * Parse a run.
		 * @param set the name of a set, and what belongs to it, too
		 * @param count how many characters, as {@code 8} or {@code 8-12}
		 * @return the run
		 */
		static Run parse(String set, String count) {
			int name = Scan.end(set, 0, (ch) -> isIn(ch, 'a', 'z'));
			String more = set.substring(name);
			IntPredicate named = SETS.get(set.substring(0, name));
			if (named == null) {
				throw new IllegalArgumentException("'" + set + "' is no set of characters");
			}
			int dash = count.indexOf('-');
			int max = (dash > 0) ? Integer.parseInt(count.substring(dash + 1)) : Integer.MAX_VALUE;
			return new Run((ch) -> named.test(ch) || more.indexOf(ch) >= 0,
					Integer.parseInt(count.substring(0, (dash > 0) ? dash : count.length())), max);
		}

		@Override
		public int end(String text, int start) {
			int limit = Math.min(text.length(), start + Math.min(this.max, MAX_READ - 1) + 1);
			int end = start;
			while (end < limit && this.set.test(text.charAt(end))) {
				end++;
			}
			return isLength(end - start) ? end : -1;
		}

		/**
		 * Return where the part starts.
		 * @param text the text
		 * @param end where the part ends
		 * @return the index of its first character, or -1 if it does not stand there
		 */
		int start(String text, int end) {
			int limit = Math.max(0, end - Math.min(this.max, MAX_READ - 1) - 1);
			int start = Scan.start(text, limit, end, this.set);
			return isLength(end - start) ? start : -1;
		}

		private boolean isLength(int length) {
			return length >= this.min && length <= this.max;
		}

		/**
		 * Return where any run of characters of tokens ends.
		 * @param text the text
		 * @param start where the run starts
		 * @return the index after it
		 */
		static int endOfAny(String text, int start) {
			return Scan.end(text, start, ANY);
		}

		private static boolean isAlphanumeric(int ch) {
			return isDigit(ch) || isIn(ch, 'a', 'z') || isIn(ch, 'A', 'Z');
		}

		private static boolean isDigit(int ch) {
			return isIn(ch, '0', '9');
		}

		private static boolean isIn(int ch, char first, char last) {
			return ch >= first && ch <= last;
		}

	}

}
