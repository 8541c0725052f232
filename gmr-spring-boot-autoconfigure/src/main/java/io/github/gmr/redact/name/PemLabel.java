package io.github.gmr.redact.name;

import java.util.List;

/**
 * The label of a block of PEM, which says what the block is.
 */
public final class PemLabel {

	/**
	 * What precedes the label.
	 */
	public static final String BEGIN = "-----BEGIN ";

	/**
	 * How many characters of a label are read.
	 */
	public static final int MAX_LENGTH = 64;

	/**
	 * Words in the label of what everybody may see.
	 */
	private static final List<String> PUBLIC = List.of("CERTIFICATE", "PUBLIC", "PARAMETERS", "CRL", "CMS", "SIGNATURE",
			"SIGNED");

	private PemLabel() {
	}

	/**
	 * Return whether a block of PEM must not be shown.
	 * @param text the text
	 * @param label where the label of the block starts
	 * @return whether the label is not known to be public
	 */
	public static boolean isPrivate(String text, int label) {
		int end = text.indexOf("-----", label);
		int limit = Math.min(text.length(), label + MAX_LENGTH);
		String name = text.substring(label, (end >= 0) ? Math.min(end, limit) : limit);
		return name.contains("PRIVATE") || PUBLIC.stream().noneMatch(name::contains);
	}

}
