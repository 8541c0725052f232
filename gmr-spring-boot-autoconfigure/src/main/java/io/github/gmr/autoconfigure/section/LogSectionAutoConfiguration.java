package io.github.gmr.autoconfigure.section;

import java.util.List;

import ch.qos.logback.classic.LoggerContext;
import io.github.gmr.autoconfigure.part.SwitchedBy;
import io.github.gmr.autoconfigure.properties.GmrProperties;
import io.github.gmr.autoconfigure.properties.LogSectionProperties;
import io.github.gmr.autoconfigure.properties.PropertiesConfiguration;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.log.LogOptions;
import io.github.gmr.section.log.LogSection;
import io.github.gmr.section.log.LogbackSource;
import io.github.gmr.section.pulse.Trends;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the section about the log.
 */
@AutoConfiguration
@ConditionalOnClass(LoggerContext.class)
@SwitchedBy("gmr.section.log.enabled")
@Import(PropertiesConfiguration.class)
public final class LogSectionAutoConfiguration {

	@Bean
	LogbackSource gmrLogbackSource(GmrProperties properties) {
		return new LogbackSource(LoggerFactory.getILoggerFactory(), options(properties));
	}

	@Bean
	LogSection gmrLogSection(LogbackSource source, GmrProperties properties, ObjectProvider<ApplicationCode> code,
			Trends trends) {
		return new LogSection(source, options(properties), code.getIfAvailable(() -> new ApplicationCode(List.of())),
				trends);
	}

	private static LogOptions options(GmrProperties properties) {
		LogSectionProperties log = properties.getSection().getLog();
		return new LogOptions(log.getMaxEvents(), log.getErrorThreshold());
	}

}
