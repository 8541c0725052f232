package io.github.gmr.section.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

import io.github.gmr.content.Setting.Piece;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a value with placeholders.
 *
 * @param value the value
 * @param text the result, or the value itself if that failed
 * @param keys the keys that were looked up, the outer before the inner
 * @param parts the parts of the result that the keys have, in the same order; empty if
 * nobody knows
 * @param failure why it failed, or {@code null}
 */
record Trace(String value, String text, List<String> keys, List<Part> parts, @Nullable String failure) {

	static Trace plain(String text) {
		return new Trace(text, text, List.of(), List.of(), null);
	}

	/**
	 * Return the trace without some keys that have no value.
	 * @param dropped which keys to drop
	 * @return the trace of the others, of which there are some
	 */
	Trace without(Predicate<String> dropped) {
		List<String> keys = new ArrayList<>();
		List<Part> parts = new ArrayList<>();
		for (int i = 0; i < this.keys.size(); i++) {
			if (!dropped.test(this.keys.get(i))) {
				keys.add(this.keys.get(i));
				parts.addAll(this.parts.isEmpty() ? List.of() : List.of(this.parts.get(i)));
			}
		}
		return new Trace(this.value, this.text, keys, parts, this.failure);
	}

	boolean isRandom() {
		return this.keys.stream().anyMatch((key) -> key.startsWith("random."));
	}

	/**
	 * Return the pieces of a value.
	 * @param value the value
	 * @return the pieces of the result if that is the value, or else one piece in which
	 * every key may have a part; none if there is no key
	 */
	List<Piece> pieces(String value) {
		if (this.keys.isEmpty()) {
			return List.of();
		}
		if (this.parts.isEmpty() || !value.equals(this.text)) {
			return List.of(new Piece(value, this.keys));
		}
		TreeSet<Integer> bounds = new TreeSet<>(List.of(0, this.text.length()));
		this.parts.forEach((part) -> bounds.addAll(List.of(part.start(), part.end())));
		List<Piece> pieces = new ArrayList<>();
		int start = 0;
		for (int end : bounds.tailSet(0, false)) {
			pieces.add(new Piece(this.text.substring(start, end), keys(start, end)));
			start = end;
		}
		return pieces;
	}

	private List<String> keys(int start, int end) {
		List<String> keys = new ArrayList<>();
		for (int i = 0; i < this.parts.size(); i++) {
			if (this.parts.get(i).start() <= start && this.parts.get(i).end() >= end) {
				keys.add(this.keys.get(i));
			}
		}
		return keys;
	}

	/**
	 * The part of a key in the result.
	 *
	 * @param start the index of its first character
	 * @param end the index after its last character
	 */
	record Part(int start, int end) {

		/**
		 * Find what differs between two texts.
		 * @param text the one text
		 * @param other the other text
		 * @param standIn what stands there in place of the part
		 * @return the part, or {@code null} if there is more than one
		 */
		static @Nullable Part between(String text, String other, String standIn) {
			int start = other.indexOf(standIn);
			int rest = other.length() - start - standIn.length();
			boolean one = start >= 0 && start + rest <= text.length() && text.startsWith(other.substring(0, start))
					&& text.endsWith(other.substring(other.length() - rest));
			return one ? new Part(start, text.length() - rest) : null;
		}

	}

}
