package io.github.gmr.section.certificate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.gmr.GuruMeditation;
import io.github.gmr.autoconfigure.KeyStoreFile;
import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;
import io.github.gmr.redact.RedactedReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ServerCertificates} with real servers.
 */
class ServerCertificatesTests {

	@TempDir
	private Path directory;

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void reportWhenCertificateOfServerEndsSoonHasFinding(WebApplicationType type) {
		try (ConfigurableApplicationContext context = start(type, WebApplication.class,
				keyStore("server.ssl", "web", "10"))) {
			RedactedReport report = report(context);
			assertThat(certificates(report)).contains("server.ssl=", "CN=web, valid until ", "{alias=key}");
			assertThat(findings(report)).containsExactly("The certificate CN=web of server.ssl expires in 9 days");
		}
	}

	@Test
	void reportWhenCertificateIsPemFileHasFinding() throws Exception {
		KeyStoreFile store = KeyStoreFile.create(this.directory, "web", "-validity", "10");
		Path certificate = Files.writeString(this.directory.resolve("web.crt"), store.certificate());
		Path key = Files.writeString(this.directory.resolve("web.key"), store.privateKey());
		try (ConfigurableApplicationContext context = start(WebApplicationType.SERVLET, WebApplication.class,
				List.of("--server.ssl.certificate=" + certificate, "--server.ssl.certificate-private-key=" + key))) {
			assertThat(findings(report(context)))
				.containsExactly("The certificate CN=web of server.ssl expires in 9 days");
		}
	}

	@Test
	void reportWhenManagementHasServerOfItsOwnTellsBoth() {
		List<String> arguments = new ArrayList<>(keyStore("server.ssl", "web", "100"));
		arguments.addAll(keyStore("management.server.ssl", "internal", "10"));
		arguments.addAll(List.of("--management.server.port=0", "--management.server.address=127.0.0.1"));
		try (ConfigurableApplicationContext context = start(WebApplicationType.SERVLET, WebApplication.class,
				arguments)) {
			RedactedReport report = report(context);
			assertThat(certificates(report)).containsSubsequence("management.server.ssl=", "CN=internal, valid until ",
					"server.ssl=", "CN=web, valid until ");
			assertThat(findings(report))
				.containsExactly("The certificate CN=internal of management.server.ssl expires in 9 days");
		}
	}

	@Test
	void reportWhenApplicationSetsCertificateItselfHasFinding() {
		KeyStoreFile.create(this.directory, "web", "-validity", "10");
		try (ConfigurableApplicationContext context = start(WebApplicationType.SERVLET, CustomizedApplication.class,
				List.of("--test.directory=" + this.directory))) {
			assertThat(findings(report(context)))
				.containsExactly("The certificate CN=web of server.ssl expires in 9 days");
		}
	}

	@Test
	void reportWhenFileIsReplacedTellsWhatIsServed() {
		try (ConfigurableApplicationContext context = start(WebApplicationType.SERVLET, WebApplication.class,
				keyStore("server.ssl", "web", "10"))) {
			report(context);
			KeyStoreFile.create(this.directory, "web", "-validity", "100");
			assertThat(findings(report(context)))
				.containsExactly("The certificate CN=web of server.ssl expires in 9 days");
		}
	}

	@Test
	void reportWhenServerHasBundleTellsBundleOnly() {
		KeyStoreFile store = KeyStoreFile.create(this.directory, "web", "-validity", "10");
		try (ConfigurableApplicationContext context = start(WebApplicationType.SERVLET, WebApplication.class,
				List.of("--server.ssl.bundle=shop", "--spring.ssl.bundle.jks.shop.keystore.location=" + store.path(),
						"--spring.ssl.bundle.jks.shop.keystore.password=" + KeyStoreFile.PASSWORD))) {
			RedactedReport report = report(context);
			assertThat(certificates(report)).contains("shop=").doesNotContain("server.ssl");
			assertThat(findings(report))
				.containsExactly("The certificate CN=web of the SSL bundle shop expires in 9 days");
		}
	}

	@Test
	void reportWhenServerHasNoCertificateHasNone() {
		try (ConfigurableApplicationContext context = start(WebApplicationType.SERVLET, WebApplication.class,
				List.of())) {
			assertThat(certificates(report(context))).doesNotContain("server.ssl", "Failure");
		}
	}

	@Test
	void startWhenSectionIsOffReadsNothing() {
		List<String> arguments = new ArrayList<>(keyStore("server.ssl", "web", "10"));
		arguments.add("--gmr.section.certificates.enabled=false");
		try (ConfigurableApplicationContext context = start(WebApplicationType.SERVLET, WebApplication.class,
				arguments)) {
			assertThat(context.getBeanProvider(ServerCertificates.class)).isEmpty();
			assertThat(findings(report(context))).isEmpty();
		}
	}

	private List<String> keyStore(String prefix, String name, String days) {
		KeyStoreFile store = KeyStoreFile.create(this.directory, name, "-validity", days);
		return List.of("--" + prefix + ".key-store=" + store.path(),
				"--" + prefix + ".key-store-password=" + KeyStoreFile.PASSWORD);
	}

	private static ConfigurableApplicationContext start(WebApplicationType type, Class<?> application,
			List<String> arguments) {
		List<String> all = new ArrayList<>(List.of("--server.port=0", "--server.address=127.0.0.1",
				"--spring.main.banner-mode=off", "--gmr.sink.stderr.enabled=false"));
		all.addAll(arguments);
		SpringApplication spring = new SpringApplication(application);
		spring.setWebApplicationType(type);
		return spring.run(all.toArray(String[]::new));
	}

	private static RedactedReport report(ConfigurableApplicationContext context) {
		return context.getBean(GuruMeditation.class).generate();
	}

	private static List<String> findings(RedactedReport report) {
		return report.findings()
			.stream()
			.map((found) -> found.finding())
			.filter((finding) -> "Certificates".equals(finding.next()))
			.map(Finding::summary)
			.toList();
	}

	private static String certificates(RedactedReport report) {
		return report.sections()
			.stream()
			.filter((section) -> section.name().equals("certificates"))
			.map((section) -> String.valueOf((Content) section.content()))
			.findFirst()
			.orElseThrow();
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
	static class WebApplication {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
	static class CustomizedApplication {

		@Bean
		WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> keyStore(
				org.springframework.core.env.Environment environment) {
			Ssl ssl = new Ssl();
			ssl.setKeyStore(environment.getRequiredProperty("test.directory") + "/web");
			ssl.setKeyStorePassword(KeyStoreFile.PASSWORD);
			return (factory) -> factory.setSsl(ssl);
		}

	}

}
