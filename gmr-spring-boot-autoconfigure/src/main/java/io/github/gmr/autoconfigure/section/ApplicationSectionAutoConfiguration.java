package io.github.gmr.autoconfigure.section;

import java.util.List;

import io.github.gmr.autoconfigure.engine.EngineAutoConfiguration;
import io.github.gmr.autoconfigure.part.SwitchedBy;
import io.github.gmr.autoconfigure.properties.GmrProperties;
import io.github.gmr.autoconfigure.properties.PropertiesConfiguration;
import io.github.gmr.engine.ReportEngine;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.application.AvailabilitySection;
import io.github.gmr.section.application.Transition;
import io.github.gmr.section.certificate.CertificatesSection;
import io.github.gmr.section.certificate.ServerCertificates;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.web.server.WebServerSslBundle;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for sections about what Spring Boot
 * itself knows of the application.
 */
@AutoConfiguration(after = { EngineAutoConfiguration.class, ApplicationAvailabilityAutoConfiguration.class,
		SslAutoConfiguration.class })
@SwitchedBy("gmr.enabled")
@Import(PropertiesConfiguration.class)
public final class ApplicationSectionAutoConfiguration {

	@Bean
	RunningEnd gmrRunningEnd(ApplicationContext context, ObjectProvider<ApplicationCode> code) {
		return new RunningEnd(context, code.getIfAvailable(() -> new ApplicationCode(List.of())));
	}

	@Bean
	@ConditionalOnBean(ApplicationAvailability.class)
	AvailabilitySection gmrAvailabilitySection(ApplicationAvailability availability,
			ObjectProvider<Transition> transitions, ReportEngine engine) {
		return new AvailabilitySection(availability, transitions.orderedStream().toList(), engine.workers());
	}

	@Bean
	@ConditionalOnBean(SslBundles.class)
	CertificatesSection gmrCertificatesSection(SslBundles bundles, ObjectProvider<ServerCertificates> servers,
			GmrProperties properties, ReportEngine engine) {
		return new CertificatesSection(bundles, servers.getIfUnique(),
				properties.getSection().getCertificates().getExpiryThreshold(), engine.workers());
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(WebServerSslBundle.class)
	@ConditionalOnWebApplication
	@SwitchedBy("gmr.section.certificates.enabled")
	static class WebServerConfiguration {

		@Bean
		ServerCertificates gmrServerCertificates(ApplicationContext context, ReportEngine engine) {
			return new ServerCertificates(context, engine.workers());
		}

	}

}
