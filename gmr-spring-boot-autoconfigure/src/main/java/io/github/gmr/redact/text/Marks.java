package io.github.gmr.redact.text;

import java.util.BitSet;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/**
 * The parts of a text that are secret. Used by one thread.
 */
public final class Marks {

	/**
	 * Stands in place of every secret, whatever its length.
	 */
	public static final String MASK = "******";

	/**
	 * No part is secret. Not to be marked.
	 */
	public static final Marks NONE = new Marks();

	private @Nullable BitSet marked;

	/**
	 * Mark a part of the text.
	 * @param start the first character
	 * @param end the character after the last
	 */
	public void mark(int start, int end) {
		if (start < end) {
			marked().set(start, end);
		}
	}

	private BitSet marked() {
		if (this.marked == null) {
			this.marked = new BitSet();
		}
		return this.marked;
	}

	/**
	 * Return whether no part is marked.
	 * @return whether there is none
	 */
	public boolean isEmpty() {
		return this.marked == null;
	}

	/**
	 * Mark what others mark.
	 * @param others the marks of the same text, which stay as they are
	 */
	public void addAll(Marks others) {
		if (others.marked != null) {
			marked().or(others.marked);
		}
	}

	/**
	 * Return what is marked in a part of the text.
	 * @param start the first character of the part
	 * @param end the character after its last
	 * @return the marks of that part alone
	 */
	public Marks within(int start, int end) {
		Marks within = new Marks();
		if (this.marked != null && !this.marked.get(start, end).isEmpty()) {
			within.marked = this.marked.get(start, end);
		}
		return within;
	}

	/**
	 * Visit the marked parts.
	 * @param parts is given the first character of a part and the one after its last
	 */
	public void forEach(BiConsumer<Integer, Integer> parts) {
		if (this.marked != null) {
			for (int start = this.marked.nextSetBit(0); start >= 0;) {
				int end = this.marked.nextClearBit(start);
				parts.accept(start, end);
				start = this.marked.nextSetBit(end);
			}
		}
	}

	/**
	 * Mask all marked parts.
	 * @param text the text
	 * @return the text with a mask in place of each part
	 */
	public String mask(String text) {
		if (this.marked == null) {
			return text;
		}
		StringBuilder result = new StringBuilder(text.length());
		int[] from = { 0 };
		forEach((start, end) -> {
			result.append(text, from[0], start).append(MASK);
			from[0] = end;
		});
		return result.append(text, Math.min(from[0], text.length()), text.length()).toString();
	}

}
