package io.github.gmr.redact.find;

import java.util.List;

import io.github.gmr.redact.name.PemLabel;

/**
 * Finds private keys in PEM and PuTTY files, whole or cut, and in PEM that was encoded
 * once more.
 */
public final class PrivateKeys implements SecretFinder {

	private static final String END = "-----END ";

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
		for (int begin = text.indexOf(PemLabel.BEGIN); begin >= 0;) {
			int end = begin + PemLabel.BEGIN.length();
			if (PemLabel.isPrivate(text, end)) {
				end = end(text, end);
				marks.mark(begin, end);
			}
			begin = text.indexOf(PemLabel.BEGIN, end);
		}
		int putty = text.indexOf("PuTTY-User-Key-File");
		if (putty >= 0) {
			marks.mark(putty, text.length());
		}
		findEncoded(text, marks);
	}

	private static int end(String text, int from) {
		int end = text.indexOf(END, from);
		if (end < 0) {
			return text.length();
		}
		int dashes = text.indexOf("-----", end + END.length());
		return (dashes >= 0 && dashes - end < END.length() + PemLabel.MAX_LENGTH) ? dashes + 5 : text.length();
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
