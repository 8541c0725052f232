package io.github.gmr.section.certificate;

import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import io.github.gmr.content.Check;
import io.github.gmr.content.Check.Level;
import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;
import org.jspecify.annotations.Nullable;

/**
 * When a certificate is valid.
 *
 * @param subject the name of its owner
 * @param alias what it is called in its store
 * @param start from when on it is valid
 * @param end until when it is valid
 */
record CertificateValidity(String subject, String alias, Instant start, Instant end) {

	private static final Check INVALID = new Check("certificate-invalid");

	private static final Check EXPIRING = new Check("certificate-expiring");

	static List<CertificateValidity> of(@Nullable KeyStore store) throws KeyStoreException {
		if (store == null) {
			return List.of();
		}
		List<CertificateValidity> validities = new ArrayList<>();
		for (String alias : Collections.list(store.aliases())) {
			Certificate[] chain = store.getCertificateChain(alias);
			Certificate[] certificates = (chain != null) ? chain : new Certificate[] { store.getCertificate(alias) };
			Arrays.stream(certificates)
				.filter(X509Certificate.class::isInstance)
				.map((certificate) -> of((X509Certificate) certificate, alias))
				.forEach(validities::add);
		}
		return validities;
	}

	private static CertificateValidity of(X509Certificate certificate, String alias) {
		return new CertificateValidity(certificate.getSubjectX500Principal().getName(), alias,
				certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant());
	}

	/**
	 * Return what is wrong with the certificate.
	 * @param owner what presents it to others
	 * @param now the time
	 * @param threshold how long before its end it is worth a word
	 * @return the results of all checks of a certificate
	 */
	List<Check.Result> check(String owner, Instant now, Duration threshold) {
		String which = "The certificate " + this.subject + " of " + owner;
		Duration left = Duration.between(now, this.end);
		Finding invalid = invalid(which, now);
		Finding expiring = (invalid != null || left.compareTo(threshold) > 0) ? null
				: Content.warning("%s expires in %d days", which, left.toDays()).evidence("days left", left.toDays());
		return List.of(INVALID.of(detailed(invalid, owner)),
				EXPIRING.of(detailed(expiring, owner), Level.down(left.toDays(), threshold.toDays(), "days")));
	}

	private @Nullable Finding invalid(String which, Instant now) {
		if (now.isBefore(this.start)) {
			return Content.critical("%s is not valid before %s", which, this.start);
		}
		return now.isAfter(this.end) ? Content.critical("%s has expired at %s", which, this.end).since(this.end) : null;
	}

	private @Nullable Finding detailed(@Nullable Finding finding, String owner) {
		return (finding == null) ? null
				: finding.subject("certificate " + this.subject + " of " + owner)
					.evidence("alias", this.alias)
					.evidence("valid until", this.end)
					.next(CertificatesSection.TITLE);
	}

	/**
	 * Return all checks of a certificate.
	 */
	static Check[] checks() {
		return new Check[] { INVALID, EXPIRING };
	}

	String asText() {
		return this.subject + ", valid until " + this.end + " {alias=" + this.alias + "}";
	}

}
