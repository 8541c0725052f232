package io.github.gmr.autoconfigure.section;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.gmr.GuruMeditation;
import io.github.gmr.autoconfigure.GmrAutoConfiguration;
import io.github.gmr.autoconfigure.KeyStoreFile;
import io.github.gmr.autoconfigure.engine.EngineAutoConfiguration;
import io.github.gmr.content.Content;
import io.github.gmr.redact.RedactedReport;
import io.github.gmr.report.SectionReport;
import io.github.gmr.section.ReportSection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ApplicationSectionAutoConfiguration}.
 */
class ApplicationSectionAutoConfigurationTests {

	private final ApplicationContextRunner bare = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(EngineAutoConfiguration.class, GmrAutoConfiguration.class,
				ReportSectionAutoConfiguration.class, ApplicationSectionAutoConfiguration.class))
		.withPropertyValues("gmr.sink.stderr.enabled=false");

	private final ApplicationContextRunner runner = this.bare.withConfiguration(
			AutoConfigurations.of(ApplicationAvailabilityAutoConfiguration.class, SslAutoConfiguration.class));

	@TempDir
	private Path directory;

	@Test
	void runWhenThereIsNoBeanHasNoSection() {
		this.bare.run(
				(context) -> assertThat(sections(context)).isNotEmpty().doesNotContain("availability", "certificates"));
	}

	@Test
	void runWhenApplicationIsWellHasSectionsAndNoFindings() {
		this.runner.run((context) -> {
			AvailabilityChangeEvent.publish(context, LivenessState.CORRECT);
			AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
			assertThat(sections(context)).contains("availability", "certificates");
			assertThat(findings(context)).isEmpty();
		});
	}

	@Test
	void runWhenApplicationIsBrokenSaysSo() {
		this.runner.run((context) -> {
			AvailabilityChangeEvent.publish(context, LivenessState.BROKEN);
			assertThat(findings(context)).singleElement()
				.asString()
				.startsWith("The application says that it is broken");
		});
	}

	@Test
	void closeWhenAPartIsBeingStoppedSaysSinceWhenAndWhere() {
		List<String> seen = new ArrayList<>();
		this.runner.withBean(Part.class, () -> new Part(seen)).run((context) -> {
			assertThat(content(context, "availability").toString()).doesNotContain("closing");
			context.getBean(Part.class).context = context;
		});
		assertThat(seen).singleElement()
			.asString()
			.contains("The application is closing, parts of it are being stopped, since ", "at ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "availability", "certificates" })
	void runWhenSwitchedOffHasNoSection(String section) {
		this.runner.withPropertyValues("gmr.section." + section + ".enabled=false")
			.run((context) -> assertThat(sections(context)).isNotEmpty().doesNotContain(section));
	}

	@ParameterizedTest
	@ValueSource(strings = { "availability", "certificates" })
	void runWhenSectionIsReplacedUsesThatOfTheApplication(String section) {
		this.runner.withBean(section + "Section", ReportSection.class, () -> () -> Content.text("mine"))
			.run((context) -> assertThat(content(context, section)).isEqualTo(Content.text("mine")));
	}

	@Test
	void certificateWhenItEndsLateIsNoFinding() {
		this.runner.withPropertyValues(bundle("web", "-validity", "100")).run((context) -> {
			assertThat(content(context, "certificates").toString()).contains("CN=web, valid until ", "{alias=key}");
			assertThat(findings(context)).isEmpty();
		});
	}

	@Test
	void certificateWhenItEndsSoonIsFinding() {
		this.runner.withPropertyValues(bundle("web", "-validity", "10"))
			.run((context) -> assertThat(findings(context))
				.containsExactly("The certificate CN=web of the SSL bundle web expires in 9 days"));
	}

	@Test
	void certificateWhenThresholdIsShorterIsNoFinding() {
		this.runner.withPropertyValues(bundle("web", "-validity", "10"))
			.withPropertyValues("gmr.section.certificates.expiry-threshold=5d")
			.run((context) -> assertThat(findings(context)).isEmpty());
	}

	@ParameterizedTest
	@CsvSource({ "-10d, has expired at", "+10d, is not valid before" })
	void certificateWhenItIsNotValidIsFinding(String start, String words) {
		this.runner.withPropertyValues(bundle("web", "-startdate", start, "-validity", "5"))
			.run((context) -> assertThat(findings(context)).singleElement()
				.asString()
				.startsWith("The certificate CN=web of the SSL bundle web " + words));
	}

	@Test
	void bundleWhenItCannotBeReadIsMarkedAlone() throws IOException {
		Path broken = Files.writeString(this.directory.resolve("broken"), "no store");
		this.runner.withPropertyValues(bundle("web", "-validity", "100"))
			.withPropertyValues("spring.ssl.bundle.jks.mail.keystore.location=" + broken.toUri())
			.run((context) -> assertThat(content(context, "certificates").toString()).contains("CN=web, valid until ",
					"mail=Failure[error="));
	}

	@Test
	void runWhenThresholdIsNegativeFailsAndNamesKey() {
		this.runner.withPropertyValues("gmr.section.certificates.expiry-threshold=-1d")
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.rootCause()
				.hasMessageContaining("'gmr.section.certificates.expiry-threshold' must not be negative"));
	}

	private String[] bundle(String name, String... validity) {
		Path store = KeyStoreFile.create(this.directory, name, validity).path();
		return new String[] { "spring.ssl.bundle.jks." + name + ".keystore.location=" + store.toUri(),
				"spring.ssl.bundle.jks." + name + ".keystore.password=" + KeyStoreFile.PASSWORD };
	}

	private static List<String> findings(ApplicationContext context) {
		return report(context).findings().stream().map((found) -> found.finding().summary()).toList();
	}

	private static List<String> sections(ApplicationContext context) {
		return report(context).sections().stream().map(SectionReport::name).toList();
	}

	private static Content content(ApplicationContext context, String name) {
		return report(context).sections()
			.stream()
			.filter((section) -> section.name().equals(name))
			.findFirst()
			.orElseThrow()
			.content();
	}

	private static RedactedReport report(ApplicationContext context) {
		return context.getBean(GuruMeditation.class).generate();
	}

	/**
	 * Looks at the report while it is being stopped.
	 */
	static class Part implements SmartLifecycle {

		private final List<String> seen;

		private ApplicationContext context;

		Part(List<String> seen) {
			this.seen = seen;
		}

		@Override
		public void start() {
			// Runs
		}

		@Override
		public void stop() {
			this.seen.add(content(this.context, "availability").toString());
		}

		@Override
		public boolean isRunning() {
			return this.context != null;
		}

	}

}
