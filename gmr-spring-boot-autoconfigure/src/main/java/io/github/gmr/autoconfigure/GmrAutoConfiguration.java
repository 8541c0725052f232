package io.github.gmr.autoconfigure;

import java.util.Objects;

import io.github.gmr.GuruMeditation;
import io.github.gmr.ReportListener;
import io.github.gmr.autoconfigure.actuate.GmrEndpointConfiguration;
import io.github.gmr.autoconfigure.properties.GmrProperties;
import io.github.gmr.autoconfigure.properties.SinkProperties;
import io.github.gmr.autoconfigure.redact.RedactionConfiguration;
import io.github.gmr.autoconfigure.section.ReportSectionAutoConfiguration;
import io.github.gmr.engine.ReportEngine;
import io.github.gmr.sink.FileSink;
import io.github.gmr.trigger.JvmTriggers;
import io.github.gmr.view.html.HtmlReportView;
import io.github.gmr.view.json.JsonReportView;
import io.github.gmr.view.text.TextReportView;
import io.github.gmr.view.xml.XmlReportView;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for Guru Meditation Reports.
 */
@AutoConfiguration(after = ReportSectionAutoConfiguration.class)
@ConditionalOnProperty(name = "gmr.enabled", matchIfMissing = true)
@EnableConfigurationProperties(GmrProperties.class)
@Import({ RedactionConfiguration.class, GmrEndpointConfiguration.class })
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
	@ConditionalOnMissingBean
	GuruMeditation guruMeditation(ReportEngine engine, GmrProperties properties) {
		return engine.guruMeditation(properties.localAudience());
	}

	@Bean
	ReportLifecycle gmrReportLifecycle(ApplicationContext context, GmrProperties properties, ReportEngine engine,
			JvmTriggers triggers) {
		return new ReportLifecycle(context, properties,
				new ApplicationReports(context, properties, engine.workers())::application, engine, triggers);
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
