package io.github.gmr.autoconfigure;

import io.github.gmr.GuruMeditation;
import io.github.gmr.autoconfigure.actuate.GmrEndpointConfiguration;
import io.github.gmr.autoconfigure.listener.ListenerConfiguration;
import io.github.gmr.autoconfigure.part.SwitchedBy;
import io.github.gmr.autoconfigure.properties.GmrProperties;
import io.github.gmr.autoconfigure.properties.PropertiesConfiguration;
import io.github.gmr.autoconfigure.redact.RedactionConfiguration;
import io.github.gmr.autoconfigure.section.ReportSectionAutoConfiguration;
import io.github.gmr.engine.ReportEngine;
import io.github.gmr.trigger.JvmTriggers;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for Guru Meditation Reports.
 */
@AutoConfiguration(after = ReportSectionAutoConfiguration.class)
@Import({ PropertiesConfiguration.class, RedactionConfiguration.class, OutputConfiguration.class,
		GmrEndpointConfiguration.class, ListenerConfiguration.class })
public final class GmrAutoConfiguration {

	/**
	 * Is there even if reports are off, so that applications need not care.
	 */
	@Bean
	@ConditionalOnMissingBean
	GuruMeditation guruMeditation(ObjectProvider<ReportEngine> engines, ObjectProvider<GmrProperties> properties) {
		ReportEngine engine = engines.getIfAvailable();
		return (engine != null) ? engine.guruMeditation(properties.getObject().localAudience())
				: new UnavailableGuruMeditation("reports are off: 'gmr.enabled' is false");
	}

	@Bean
	@SwitchedBy("gmr.enabled")
	static EndOfContext gmrEndOfContext() {
		return new EndOfContext();
	}

	@Bean
	@SwitchedBy("gmr.enabled")
	ReportLifecycle gmrReportLifecycle(ApplicationContext context, GmrProperties properties, ReportEngine engine,
			JvmTriggers triggers, EndOfContext end) {
		return new ReportLifecycle(context, properties,
				new ApplicationReports(context, properties, engine.workers())::application, engine, triggers, end);
	}

}
