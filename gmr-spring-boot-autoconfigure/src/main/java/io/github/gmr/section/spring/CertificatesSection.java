package io.github.gmr.section.spring;

import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import io.github.gmr.content.Content;
import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.section.ReportSection;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundles;

/**
 * Tells until when the certificates of the SSL bundles are valid that the application
 * shows to others. Those it trusts are not looked at: of the many in a trust store some
 * are always old.
 *
 * <pre>
 * web =
 *   CN=shop.example.com, valid until 2026-12-01T00:00:00Z {alias=shop}
 *   CN=Example CA, valid until 2031-01-01T00:00:00Z {alias=shop}
 * finding = WARNING: The certificate CN=shop.example.com of the SSL bundle web expires in 8 days
 * </pre>
 */
public final class CertificatesSection implements ReportSection {

	private static final String TITLE = "Certificates";

	private static final int MAX_LINES = 50;

	private final SslBundles bundles;

	private final Duration threshold;

	private final Clock clock;

	/**
	 * Create the section.
	 * @param bundles hold the certificates
	 * @param threshold how long before its end a certificate raises a finding
	 */
	public CertificatesSection(SslBundles bundles, Duration threshold) {
		this(bundles, threshold, Clock.systemUTC());
	}

	CertificatesSection(SslBundles bundles, Duration threshold, Clock clock) {
		this.bundles = bundles;
		this.threshold = threshold;
		this.clock = clock;
	}

	@Override
	public String title() {
		return TITLE;
	}

	@Override
	public @Nullable Content content() {
		List<String> names = this.bundles.getBundleNames();
		return names.isEmpty() ? null : Content.fields((fields) -> names.forEach((name) -> add(fields, name)));
	}

	private void add(FieldsBuilder fields, String bundle) {
		List<Validity> validities = new ArrayList<>();
		fields.attempt(bundle, () -> {
			validities.addAll(validities(this.bundles.getBundle(bundle).getStores().getKeyStore()));
			return validities.stream().limit(MAX_LINES).map(Validity::asText).toList();
		});
		validities.stream().distinct().forEach((validity) -> addFinding(fields, bundle, validity));
	}

	private static List<Validity> validities(@Nullable KeyStore store) throws KeyStoreException {
		if (store == null) {
			return List.of();
		}
		List<Validity> validities = new ArrayList<>();
		for (String alias : Collections.list(store.aliases())) {
			Certificate[] chain = store.getCertificateChain(alias);
			Certificate[] certificates = (chain != null) ? chain : new Certificate[] { store.getCertificate(alias) };
			Arrays.stream(certificates)
				.filter(X509Certificate.class::isInstance)
				.map((certificate) -> Validity.of((X509Certificate) certificate, alias))
				.forEach(validities::add);
		}
		return validities;
	}

	private void addFinding(FieldsBuilder fields, String bundle, Validity validity) {
		String which = "The certificate " + validity.subject() + " of the SSL bundle " + bundle;
		Duration left = Duration.between(this.clock.instant(), validity.end());
		if (this.clock.instant().isBefore(validity.start())) {
			fields.add(Content.critical("%s is not valid before %s", which, validity.start()).next(TITLE));
		}
		else if (left.isNegative()) {
			fields.add(Content.critical("%s has expired at %s", which, validity.end()).next(TITLE));
		}
		else if (left.compareTo(this.threshold) <= 0) {
			fields.add(Content.warning("%s expires in %d days", which, left.toDays()).next(TITLE));
		}
	}

	/**
	 * When a certificate is valid.
	 */
	private record Validity(String subject, String alias, Instant start, Instant end) {

		static Validity of(X509Certificate certificate, String alias) {
			return new Validity(certificate.getSubjectX500Principal().getName(), alias,
					certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant());
		}

		String asText() {
			return this.subject + ", valid until " + this.end + " {alias=" + this.alias + "}";
		}

	}

}
