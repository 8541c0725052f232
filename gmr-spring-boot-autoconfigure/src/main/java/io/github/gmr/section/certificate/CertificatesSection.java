package io.github.gmr.section.certificate;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;

import io.github.gmr.content.Content;
import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.section.BuiltInSection;
import io.github.gmr.section.SectionTraits;
import io.github.gmr.section.bean.Readings;
import io.github.gmr.section.bean.Subjects;
import io.github.gmr.worker.Workers;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundles;

/**
 * Shows until when the certificates are valid that the application presents to others:
 * those of its SSL bundles, and those of web servers that have no bundle. Those it trusts
 * are not looked at: of the many in a trust store some are always old.
 *
 * <pre>
 * web =
 *   CN=shop.example.com, valid until 2026-12-01T00:00:00Z {alias=shop}
 *   CN=Example CA, valid until 2031-01-01T00:00:00Z {alias=shop}
 * management.server.ssl =
 *   CN=shop.internal, valid until 2027-06-01T00:00:00Z {alias=management}
 * finding = WARNING: The certificate CN=shop.example.com of the SSL bundle web expires in 8 days
 * </pre>
 */
public final class CertificatesSection implements BuiltInSection {

	static final String TITLE = "Certificates";

	private static final int MAX_LINES = 50;

	private final SslBundles bundles;

	private final @Nullable ServerCertificates servers;

	private final Duration threshold;

	private final Workers workers;

	private final Clock clock;

	private final Subjects subjects = new Subjects();

	/**
	 * Create the section.
	 * @param bundles hold certificates
	 * @param servers have certificates of their own, {@code null} if there is no server
	 * @param threshold how long before its end a certificate raises a finding
	 * @param workers read the certificates
	 */
	public CertificatesSection(SslBundles bundles, @Nullable ServerCertificates servers, Duration threshold,
			Workers workers) {
		this(bundles, servers, threshold, workers, Clock.systemUTC());
	}

	CertificatesSection(SslBundles bundles, @Nullable ServerCertificates servers, Duration threshold, Workers workers,
			Clock clock) {
		this.bundles = bundles;
		this.servers = servers;
		this.threshold = threshold;
		this.workers = workers;
		this.clock = clock;
	}

	@Override
	public SectionTraits traits() {
		return SectionTraits.at(1700).withChecks(CertificateValidity.checks());
	}

	@Override
	public String title() {
		return TITLE;
	}

	@Override
	public @Nullable Content content() {
		Readings<List<String>> bundles = Readings.of(this.workers, List.of(this.bundles), (any) -> "SSL bundles",
				Function.identity(), (any) -> List.copyOf(any.getBundleNames()));
		Readings<Certificates> certificates = Readings.ofSlow(this.workers, sources(bundles.answers()), Source::name,
				(source) -> this.subjects.of(source.name()),
				(source) -> new Certificates(source, source.validities().call()));
		return (bundles.isEmpty() && certificates.isEmpty()) ? null : Content.fields((fields) -> {
			bundles.addSilent(fields, "registries", TITLE);
			certificates.addSilent(fields, "certificates", TITLE);
			certificates.answers().forEach((answer) -> addTo(fields, answer));
		});
	}

	private List<Source> sources(List<List<String>> bundles) {
		List<Source> sources = new ArrayList<>();
		bundles.forEach((names) -> names.forEach((name) -> sources.add(new Source(name, "the SSL bundle " + name,
				() -> CertificateValidity.of(this.bundles.getBundle(name).getStores().getKeyStore())))));
		ServerCertificates servers = this.servers;
		if (servers != null) {
			servers.names().forEach((name) -> sources.add(new Source(name, name, () -> servers.validities(name))));
		}
		return sources;
	}

	private void addTo(FieldsBuilder fields, Certificates certificates) {
		List<CertificateValidity> validities = certificates.validities();
		fields.add(certificates.source().name(),
				validities.stream().limit(MAX_LINES).map(CertificateValidity::asText).toList());
		validities.stream()
			.distinct()
			.flatMap((validity) -> validity.check(certificates.source().owner(), this.clock.instant(), this.threshold)
				.stream())
			.forEach(fields::add);
	}

	/**
	 * Something that has certificates.
	 *
	 * @param name what its line is called
	 * @param owner the words for it in a sentence
	 * @param validities reads them
	 */
	private record Source(String name, String owner, Callable<List<CertificateValidity>> validities) {

	}

	/**
	 * The certificates of a source.
	 */
	private record Certificates(Source source, List<CertificateValidity> validities) {

	}

}
