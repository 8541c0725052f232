package io.github.gmr.autoconfigure;

import java.util.List;
import java.util.Objects;

import io.github.gmr.GuruMeditation;
import io.github.gmr.ReportListener;
import io.github.gmr.actuate.GmrEndpoint;
import io.github.gmr.actuate.GmrEndpointProperties;
import io.github.gmr.actuate.GmrEndpointWebExtension;
import io.github.gmr.actuate.ReportReader;
import io.github.gmr.autoconfigure.properties.GmrProperties;
import io.github.gmr.autoconfigure.properties.SinkProperties;
import io.github.gmr.autoconfigure.redact.RedactionPatterns;
import io.github.gmr.autoconfigure.section.ReportSectionAutoConfiguration;
import io.github.gmr.engine.ReportEngine;
import io.github.gmr.redact.Redaction;
import io.github.gmr.redact.SecretSource;
import io.github.gmr.redact.ValueSanitizer;
import io.github.gmr.section.environment.EnvironmentProperties;
import io.github.gmr.sink.FileSink;
import io.github.gmr.trigger.JvmTriggers;
import io.github.gmr.view.ReportView;
import io.github.gmr.view.html.HtmlReportView;
import io.github.gmr.view.json.JsonReportView;
import io.github.gmr.view.text.TextReportView;
import io.github.gmr.view.xml.XmlReportView;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for Guru Meditation Reports.
 */
@AutoConfiguration(after = ReportSectionAutoConfiguration.class)
@ConditionalOnProperty(name = "gmr.enabled", matchIfMissing = true)
@EnableConfigurationProperties(GmrProperties.class)
public final class GmrAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	TextReportView gmrTextReportView() {
		return new TextReportView();
	}

	@Bean
	@ConditionalOnMissingBean
	JsonReportView gmrJsonReportView() {
		return new JsonReportView();
	}

	@Bean
	@ConditionalOnMissingBean
	HtmlReportView gmrHtmlReportView() {
		return new HtmlReportView();
	}

	@Bean
	@ConditionalOnMissingBean
	XmlReportView gmrXmlReportView() {
		return new XmlReportView();
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnProperty(name = "gmr.sink.file.enabled", matchIfMissing = true)
	@ConditionalOnProperty(name = "gmr.sink.file.directory")
	FileSink fileReportSink(GmrProperties properties) {
		SinkProperties.File file = properties.getSink().getFile();
		return new FileSink(Objects.requireNonNull(file.getDirectory()), file.getMaxFiles(),
				file.getMaxTotalSize().toBytes());
	}

	@Bean
	@ConditionalOnMissingBean(search = SearchStrategy.CURRENT)
	Redaction gmrRedaction(GmrProperties properties, ConfigurableEnvironment environment,
			ObjectProvider<ValueSanitizer> sanitizers, ReportEngine engine) {
		return Redaction.builder()
			.keys(properties.getRedact().getKeys())
			.values(RedactionPatterns.compile(properties.getRedact().getValues()))
			.allow(properties.getRedact().getAllow())
			.sanitizers(sanitizers.orderedStream().toList())
			.workers(engine.workers())
			.secrets(secrets(environment, engine))
			.build();
	}

	private static SecretSource secrets(ConfigurableEnvironment environment, ReportEngine engine) {
		EnvironmentProperties properties = new EnvironmentProperties(environment, engine.workers());
		return (visitor) -> properties.visit(visitor::visit);
	}

	@Bean
	@ConditionalOnMissingBean
	GuruMeditation guruMeditation(ReportEngine engine, GmrProperties properties) {
		return engine.guruMeditation(properties.localAudience());
	}

	@Bean
	ReportLifecycle gmrReportLifecycle(ApplicationContext context, GmrProperties properties, ReportEngine engine,
			JvmTriggers triggers) {
		return new ReportLifecycle(context, properties, new ApplicationReports(context, properties)::application,
				engine, triggers);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ Endpoint.class, ConditionalOnAvailableEndpoint.class })
	@ConditionalOnAvailableEndpoint(GmrEndpoint.class)
	@EnableConfigurationProperties(GmrEndpointProperties.class)
	static class EndpointConfiguration {

		@Bean
		@ConditionalOnMissingBean
		ReportReader gmrReportReader(ReportEngine engine, ObjectProvider<ReportView> views, GmrProperties properties,
				GmrEndpointProperties endpointProperties) {
			return new ReportReader(engine, views.orderedStream().toList(),
					properties.getReport().getMaxSize().toBytes(), endpointProperties.getCache().getTimeToLive());
		}

		@Bean
		@ConditionalOnMissingBean
		GmrEndpoint gmrEndpoint(ReportReader reader, GmrEndpointProperties properties) {
			return new GmrEndpoint(reader, properties.getShowValues());
		}

		@Bean
		@ConditionalOnMissingBean
		@ConditionalOnBean(GmrEndpoint.class)
		@ConditionalOnAvailableEndpoint(exposure = EndpointExposure.WEB)
		GmrEndpointWebExtension gmrEndpointWebExtension(ReportReader reader, GmrEndpointProperties properties) {
			return new GmrEndpointWebExtension(reader, properties.getShowValues(), properties.getRoles());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(SanitizingFunction.class)
	static class SanitizingConfiguration {

		@Bean
		@ConditionalOnBean(SanitizingFunction.class)
		ValueSanitizer gmrValueSanitizer(ObjectProvider<SanitizingFunction> functions,
				ConfigurableEnvironment environment) {
			return new SanitizingFunctions(functions.orderedStream().toList(), environment);
		}

		/**
		 * Asks the application's functions in their order, the first that changes the
		 * value decides.
		 */
		private record SanitizingFunctions(List<SanitizingFunction> functions,
				ConfigurableEnvironment environment) implements ValueSanitizer {

			@Override
			public @Nullable String sanitize(@Nullable String source, String name, String value) {
				PropertySource<?> propertySource = (source != null) ? this.environment.getPropertySources().get(source)
						: null;
				SanitizableData data = new SanitizableData(propertySource, name, value);
				for (SanitizingFunction function : this.functions) {
					SanitizableData sanitized = function.applyUnlessFiltered(data);
					if (!value.equals(sanitized.getValue())) {
						return Objects.toString(sanitized.getValue(), null);
					}
				}
				return value;
			}

		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterRegistry.class)
	static class MetricsConfiguration {

		@Bean
		ReportListener gmrReportMeter(ObjectProvider<MeterRegistry> registries) {
			return new ReportMeter(registries);
		}

	}

}
