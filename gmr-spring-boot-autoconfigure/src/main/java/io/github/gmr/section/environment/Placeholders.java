package io.github.gmr.section.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.gmr.content.Setting.Piece;
import org.jspecify.annotations.Nullable;

/**
 * Resolves <code>${key:default}</code> and remembers from which keys each piece of the
 * result was taken. What cannot be resolved, or would never end, stays as it is.
 */
final class Placeholders {

	private static final String PREFIX = "${";

	private static final int MAX_DEPTH = 32;

	private static final int MAX_PIECES = 1000;

	private static final int MAX_LENGTH = 65_536;

	private final Function<String, @Nullable String> values;

	Placeholders(Function<String, @Nullable String> values) {
		this.values = values;
	}

	/**
	 * Resolve a value.
	 * @param value the value
	 * @return its pieces
	 */
	List<Piece> resolve(String value) {
		if (!value.contains(PREFIX)) {
			return List.of(new Piece(value, List.of()));
		}
		Resolution resolution = new Resolution();
		resolution.resolve(value, List.of());
		return resolution.budget.isSpent() ? List.of(new Piece(value, List.of())) : resolution.pieces;
	}

	/**
	 * The resolution of one value.
	 */
	private final class Resolution {

		private final List<Piece> pieces;

		private final Budget budget;

		Resolution() {
			this(new Budget());
		}

		private Resolution(Budget budget) {
			this.pieces = new ArrayList<>();
			this.budget = budget;
		}

		void resolve(String text, List<String> keys) {
			int from = 0;
			int start = text.indexOf(PREFIX);
			while (start >= 0) {
				int end = end(text, start);
				if (end < 0) {
					break;
				}
				add(text.substring(from, start), keys);
				placeholder(text.substring(start, end + 1), keys);
				from = end + 1;
				start = text.indexOf(PREFIX, from);
			}
			add(text.substring(from), keys);
		}

		private void placeholder(String placeholder, List<String> keys) {
			String inner = placeholder.substring(PREFIX.length(), placeholder.length() - 1);
			int separator = separator(inner);
			String key = text((separator >= 0) ? inner.substring(0, separator) : inner, keys);
			List<String> path = append(keys, key);
			boolean endless = key.isEmpty() || keys.contains(key) || keys.size() == MAX_DEPTH || !this.budget.resolve();
			String value = (endless || key.startsWith("random.")) ? null : Placeholders.this.values.apply(key);
			if (value != null) {
				resolve(value, path);
			}
			else if (separator >= 0 && !endless) {
				resolve(inner.substring(separator + 1), path);
			}
			else {
				add(placeholder, (separator >= 0) ? path : keys);
			}
		}

		/**
		 * Return a key that may have placeholders in it.
		 */
		private String text(String key, List<String> keys) {
			if (!key.contains(PREFIX) || keys.size() == MAX_DEPTH) {
				return key;
			}
			Resolution nested = new Resolution(this.budget);
			nested.resolve(key, append(keys, key));
			return nested.pieces.stream().map(Piece::text).collect(Collectors.joining());
		}

		private void add(String text, List<String> keys) {
			if (!text.isEmpty() && this.budget.spend(text.length())) {
				this.pieces.add(new Piece(text, keys));
			}
		}

		private static List<String> append(List<String> keys, String key) {
			List<String> result = new ArrayList<>(keys);
			result.add(key);
			return result;
		}

		private static int end(String text, int start) {
			int depth = 0;
			for (int i = start; i < text.length(); i++) {
				if (text.startsWith(PREFIX, i)) {
					depth++;
					i++;
				}
				else if (text.charAt(i) == '}' && --depth == 0) {
					return i;
				}
			}
			return -1;
		}

		private static int separator(String inner) {
			int depth = 0;
			for (int i = 0; i < inner.length(); i++) {
				if (inner.startsWith(PREFIX, i)) {
					depth++;
				}
				else if (inner.charAt(i) == '}') {
					depth--;
				}
				else if (inner.charAt(i) == ':' && depth == 0) {
					return i;
				}
			}
			return -1;
		}

	}

	/**
	 * What one resolution may become at most.
	 */
	private static final class Budget {

		private int pieces = MAX_PIECES;

		private int placeholders = MAX_PIECES;

		private int length = MAX_LENGTH;

		boolean isSpent() {
			return this.length < 0 || this.pieces < 0 || this.placeholders < 0;
		}

		/**
		 * Take one placeholder from the budget.
		 */
		boolean resolve() {
			return this.placeholders-- > 0;
		}

		boolean spend(int length) {
			this.length -= length;
			return this.pieces-- > 0 && this.length >= 0;
		}

	}

}
