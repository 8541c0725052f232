package io.github.gmr.redact.find;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.gmr.redact.text.Marks;
import io.github.gmr.redact.text.SecretFinder;

/**
 * Finds known secrets wherever they occur. Each is looked up by a hash of a few of its
 * characters, rolled over the text, so that the time hardly depends on how many there
 * are. Of secrets that begin alike, other characters are looked up. Immutable.
 */
public final class SecretSet implements SecretFinder {

	/**
	 * Knows no secret and finds nothing.
	 */
	public static final SecretSet EMPTY = new SecretSet(List.of());

	/**
	 * Characters that a secret has at least, and by which it is looked up.
	 */
	public static final int MIN_LENGTH = 8;

	private static final int FACTOR = 31;

	private static final int LEADING = power(MIN_LENGTH - 1);

	private static final int FILTER_SIZE = 1 << 16;

	private final Map<Integer, List<Entry>> byHash = new HashMap<>();

	private final boolean[] filter = new boolean[FILTER_SIZE];

	SecretSet(Collection<String> secrets) {
		for (String secret : secrets) {
			add(secret);
		}
	}

	private void add(String secret) {
		int last = secret.length() - MIN_LENGTH;
		int offset = rarest(secret, new int[] { 0, last / 2, last });
		int hash = hash(secret, offset);
		this.byHash.computeIfAbsent(hash, (key) -> new ArrayList<>()).add(new Entry(secret, offset, isWord(secret)));
		this.filter[slot(hash)] = true;
	}

	private int rarest(String secret, int[] offsets) {
		int rarest = offsets[0];
		for (int offset : offsets) {
			rarest = (count(secret, offset) < count(secret, rarest)) ? offset : rarest;
		}
		return rarest;
	}

	private int count(String secret, int offset) {
		return this.byHash.getOrDefault(hash(secret, offset), List.of()).size();
	}

	/**
	 * Return whether the secret could be a part of a longer word by accident.
	 */
	private static boolean isWord(String secret) {
		boolean letters = Character.isLetter(secret.charAt(0));
		return secret.chars()
			.allMatch((ch) -> letters ? ch >= 'a' && ch <= 'z' || ch >= 'A' && ch <= 'Z' : ch >= '0' && ch <= '9');
	}

	@Override
	public void find(String text, Marks marks) {
		if (this.byHash.isEmpty() || text.length() < MIN_LENGTH) {
			return;
		}
		int hash = hash(text, 0);
		int last = text.length() - MIN_LENGTH;
		for (int i = 0; i < last; i++) {
			mark(text, i, hash, marks);
			hash = (hash - text.charAt(i) * LEADING) * FACTOR + text.charAt(i + MIN_LENGTH);
		}
		mark(text, last, hash, marks);
	}

	private void mark(String text, int position, int hash, Marks marks) {
		if (this.filter[slot(hash)]) {
			for (Entry entry : this.byHash.getOrDefault(hash, List.of())) {
				if (entry.occurs(text, position - entry.offset())) {
					marks.mark(position - entry.offset(), position - entry.offset() + entry.secret().length());
				}
			}
		}
	}

	private static int hash(String text, int start) {
		int hash = 0;
		for (int i = start; i < start + MIN_LENGTH; i++) {
			hash = hash * FACTOR + text.charAt(i);
		}
		return hash;
	}

	private static int power(int exponent) {
		return (exponent > 0) ? FACTOR * power(exponent - 1) : 1;
	}

	private static int slot(int hash) {
		return (hash ^ (hash >>> 16)) & (FILTER_SIZE - 1);
	}

	/**
	 * A secret and where in it the characters stand by which it is looked up.
	 */
	private record Entry(String secret, int offset, boolean word) {

		boolean occurs(String text, int start) {
			return start >= 0 && text.startsWith(this.secret, start) && (!this.word || standsAlone(text, start));
		}

		private boolean standsAlone(String text, int start) {
			int end = start + this.secret.length();
			return (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))
					&& (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
		}

	}

}
