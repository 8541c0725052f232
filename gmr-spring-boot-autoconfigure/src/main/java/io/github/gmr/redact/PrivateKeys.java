package io.github.gmr.redact;

/**
 * Finds private keys in PEM and PuTTY files, whole or cut.
 */
final class PrivateKeys implements SecretFinder {

	private static final String BEGIN = "-----BEGIN ";

	private static final String END = "-----END ";

	private static final int MAX_LABEL = 64;

	@Override
	public void find(String text, Marks marks) {
		int begin = text.indexOf(BEGIN);
		while (begin >= 0) {
			int end = begin + BEGIN.length();
			if (text.substring(end, Math.min(text.length(), end + MAX_LABEL)).contains("PRIVATE")) {
				end = end(text, end);
				marks.mark(begin, end);
			}
			begin = text.indexOf(BEGIN, end);
		}
		int putty = text.indexOf("PuTTY-User-Key-File");
		if (putty >= 0) {
			marks.mark(putty, text.length());
		}
	}

	private static int end(String text, int from) {
		int end = text.indexOf(END, from);
		if (end < 0) {
			return text.length();
		}
		int dashes = text.indexOf("-----", end + END.length());
		return (dashes >= 0 && dashes - end < END.length() + MAX_LABEL) ? dashes + 5 : text.length();
	}

}
