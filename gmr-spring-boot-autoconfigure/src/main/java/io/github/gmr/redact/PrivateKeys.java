package io.github.gmr.redact;

import java.util.List;

/**
 * Finds private keys in PEM and PuTTY files, whole or cut, and in PEM that was encoded
 * once more.
 */
final class PrivateKeys implements SecretFinder {

	static final String BEGIN = "-----BEGIN ";

	private static final String END = "-----END ";

	private static final int MAX_LABEL = 64;

	/**
	 * Words in the label of what everybody may see.
	 */
	private static final List<String> PUBLIC = List.of("CERTIFICATE", "PUBLIC", "PARAMETERS", "CRL", "CMS", "SIGNATURE",
			"SIGNED");

	/**
	 * How the base64 of {@code -----BEGIN } begins, and the base64 of public labels.
	 */
	private static final String ENCODED = "LS0tLS1CRUdJTi";

	private static final List<String> ENCODED_PUBLIC = List.of("BDRVJU", "BQVUJM", "BYNTA5", "BUUlVT");

	/**
	 * Identifies the algorithm in unencrypted PKCS 8, after the version.
	 */
	private static final List<String> PKCS8 = List.of("IBADANBgkqhkiG9w0BAQEFAASC", "AgEAMBMGByqGSM49AgEG",
			"AgEAMBAGByqGSM49AgEG", "MC4CAQAwBQYDK2Vw");

	@Override
	public void find(String text, Marks marks) {
		for (int begin = text.indexOf(BEGIN); begin >= 0;) {
			int end = begin + BEGIN.length();
			if (isPrivate(text, end)) {
				end = end(text, end);
				marks.mark(begin, end);
			}
			begin = text.indexOf(BEGIN, end);
		}
		int putty = text.indexOf("PuTTY-User-Key-File");
		if (putty >= 0) {
			marks.mark(putty, text.length());
		}
		findEncoded(text, marks);
	}

	/**
	 * Return whether a block of PEM must not be shown.
	 * @param text the text
	 * @param label where the label of the block starts
	 * @return whether the label is not known to be public
	 */
	static boolean isPrivate(String text, int label) {
		int end = text.indexOf("-----", label);
		int limit = Math.min(text.length(), label + MAX_LABEL);
		String name = text.substring(label, (end >= 0) ? Math.min(end, limit) : limit);
		return name.contains("PRIVATE") || PUBLIC.stream().noneMatch(name::contains);
	}

	private static int end(String text, int from) {
		int end = text.indexOf(END, from);
		if (end < 0) {
			return text.length();
		}
		int dashes = text.indexOf("-----", end + END.length());
		return (dashes >= 0 && dashes - end < END.length() + MAX_LABEL) ? dashes + 5 : text.length();
	}

	private static void findEncoded(String text, Marks marks) {
		for (int begin = text.indexOf(ENCODED); begin >= 0;) {
			int label = begin + ENCODED.length();
			int end = endOfRun(text, label);
			if (ENCODED_PUBLIC.stream().noneMatch((open) -> text.startsWith(open, label))) {
				marks.mark(begin, end);
			}
			begin = text.indexOf(ENCODED, end);
		}
		for (String algorithm : PKCS8) {
			int index = text.indexOf(algorithm);
			if (index >= 0) {
				marks.mark(Math.max(0, index - 8), endOfRun(text, index));
			}
		}
	}

	private static int endOfRun(String text, int start) {
		int end = start;
		while (end < text.length()
				&& (Character.isLetterOrDigit(text.charAt(end)) || "+/=\n\r\\".indexOf(text.charAt(end)) >= 0)) {
			end++;
		}
		return end;
	}

}
