package io.github.gmr.view.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/**
 * The style sheet of the page, and the policy that allows it and nothing else.
 *
 * @param css the style sheet, without a character that markup would escape
 */
record PageStyle(String css) {

	/**
	 * Load the style sheet.
	 * @return the style
	 */
	static PageStyle load() {
		try (InputStream in = PageStyle.class.getResourceAsStream("report.css")) {
			return new PageStyle(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return the policy for the browser: no script, no request, no form, no other style.
	 * @return the value of {@code Content-Security-Policy}
	 */
	String contentSecurityPolicy() {
		return "default-src 'none'; style-src 'sha256-" + hash()
				+ "'; img-src data:; base-uri 'none'; form-action 'none'";
	}

	private String hash() {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(this.css.getBytes(StandardCharsets.UTF_8));
			return Base64.getEncoder().encodeToString(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
