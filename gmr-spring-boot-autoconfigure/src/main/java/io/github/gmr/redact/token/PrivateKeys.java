package io.github.gmr.redact.token;

import java.util.List;

import io.github.gmr.redact.name.PemLabel;
import io.github.gmr.redact.text.Marks;
import io.github.gmr.redact.text.Scan;
import io.github.gmr.redact.text.SecretFinder;

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
		Scan.each(text, PemLabel.BEGIN, (label) -> {
			if (!PemLabel.isPrivate(text, label)) {
				return label;
			}
			int end = end(text, label);
			marks.mark(label - PemLabel.BEGIN.length(), end);
			return end;
		});
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
		Scan.each(text, ENCODED, (label) -> {
			int end = endOfRun(text, label);
			if (ENCODED_PUBLIC.stream().noneMatch((open) -> text.startsWith(open, label))) {
				marks.mark(label - ENCODED.length(), end);
			}
			return end;
		});
		for (String algorithm : PKCS8) {
			int index = text.indexOf(algorithm);
			if (index >= 0) {
				marks.mark(Math.max(0, index - 8), endOfRun(text, index));
			}
		}
	}

	private static int endOfRun(String text, int start) {
		return Scan.end(text, start, (ch) -> Character.isLetterOrDigit(ch) || "+/=\n\r\\".indexOf(ch) >= 0);
	}

}
