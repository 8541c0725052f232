package io.github.gmr.redact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds known secrets wherever they occur. They are looked up by a rolling hash of their
 * first characters, so that the time hardly depends on how many there are.
 */
final class SecretSet implements SecretFinder {

	static final SecretSet EMPTY = new SecretSet(List.of());

	/**
	 * Characters that a secret has at least, and by which it is looked up.
	 */
	static final int MIN_LENGTH = 8;

	private static final int FACTOR = 31;

	private static final int LEADING = power(MIN_LENGTH - 1);

	private static final int FILTER_SIZE = 1 << 14;

	private final Map<Integer, List<String>> byHash = new HashMap<>();

	private final boolean[] filter = new boolean[FILTER_SIZE];

	SecretSet(Collection<String> secrets) {
		for (String secret : secrets) {
			int hash = hash(secret);
			this.byHash.computeIfAbsent(hash, (key) -> new ArrayList<>()).add(secret);
			this.filter[slot(hash)] = true;
		}
		this.byHash.values().forEach((bucket) -> bucket.sort(Comparator.comparingInt(String::length).reversed()));
	}

	int size() {
		return this.byHash.values().stream().mapToInt(List::size).sum();
	}

	@Override
	public void find(String text, Marks marks) {
		if (this.byHash.isEmpty() || text.length() < MIN_LENGTH) {
			return;
		}
		int hash = hash(text);
		int last = text.length() - MIN_LENGTH;
		for (int i = 0; true; i++) {
			if (this.filter[slot(hash)]) {
				mark(text, i, hash, marks);
			}
			if (i == last) {
				return;
			}
			hash = (hash - text.charAt(i) * LEADING) * FACTOR + text.charAt(i + MIN_LENGTH);
		}
	}

	private void mark(String text, int start, int hash, Marks marks) {
		for (String secret : this.byHash.getOrDefault(hash, List.of())) {
			if (text.startsWith(secret, start) && (!isWord(secret) || standsAlone(text, start, secret.length()))) {
				marks.mark(start, start + secret.length());
				return;
			}
		}
	}

	/**
	 * Return whether the secret could be a part of a longer word by accident.
	 */
	private static boolean isWord(String secret) {
		boolean letters = Character.isLetter(secret.charAt(0));
		return secret.chars()
			.allMatch((ch) -> letters ? ch >= 'a' && ch <= 'z' || ch >= 'A' && ch <= 'Z' : ch >= '0' && ch <= '9');
	}

	private static boolean standsAlone(String text, int start, int length) {
		int end = start + length;
		return (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))
				&& (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
	}

	private static int hash(String text) {
		int hash = 0;
		for (int i = 0; i < MIN_LENGTH; i++) {
			hash = hash * FACTOR + text.charAt(i);
		}
		return hash;
	}

	private static int power(int exponent) {
		return (exponent > 0) ? FACTOR * power(exponent - 1) : 1;
	}

	private static int slot(int hash) {
		return (hash ^ (hash >>> 14)) & (FILTER_SIZE - 1);
	}

}
