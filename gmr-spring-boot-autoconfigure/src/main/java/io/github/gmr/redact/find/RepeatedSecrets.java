package io.github.gmr.redact.find;

import java.util.LinkedHashSet;
import java.util.Set;

import io.github.gmr.redact.text.Marks;
import io.github.gmr.redact.text.Scan;
import io.github.gmr.redact.text.SecretFinder;

/**
 * Finds in a text once more what others have found in it before.
 */
final class RepeatedSecrets implements SecretFinder {

	/**
	 * Secrets of one text that are looked for, so that the time stays linear to its
	 * length.
	 */
	private static final int MAX_SECRETS = 16;

	private static final int MAX_LENGTH = 512;

	@Override
	public void find(String text, Marks marks) {
		if (marks.isEmpty()) {
			return;
		}
		Set<String> secrets = new LinkedHashSet<>();
		marks.forEach((start, end) -> {
			int length = end - start;
			if (secrets.size() < MAX_SECRETS && length >= SecretSet.MIN_LENGTH && length <= MAX_LENGTH
					&& !Secrets.isCommon(text.substring(start, end))) {
				secrets.add(text.substring(start, end));
			}
		});
		secrets.forEach((secret) -> Scan.each(text, secret, (end) -> {
			if (standsAlone(text, end - secret.length(), end)) {
				marks.mark(end - secret.length(), end);
			}
			return end;
		}));
	}

	private static boolean standsAlone(String text, int start, int end) {
		return (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))
				&& (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
	}

}
