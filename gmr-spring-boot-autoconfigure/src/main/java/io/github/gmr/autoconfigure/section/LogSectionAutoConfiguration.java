package io.github.gmr.autoconfigure.section;

import ch.qos.logback.classic.LoggerContext;
import io.github.gmr.autoconfigure.properties.GmrProperties;
import io.github.gmr.autoconfigure.properties.LogSectionProperties;
import io.github.gmr.section.ReportSection;
import io.github.gmr.section.log.LogOptions;
import io.github.gmr.section.log.LogSection;
import io.github.gmr.section.log.LogbackSource;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the section about the log, which
 * is off unless it is switched on: what an application logs may be anything.
 */
@AutoConfiguration
@ConditionalOnClass(LoggerContext.class)
@ConditionalOnProperty(name = "gmr.section.log.enabled")
@EnableConfigurationProperties(GmrProperties.class)
public final class LogSectionAutoConfiguration {

	@Bean
	LogbackSource gmrLogbackSource(GmrProperties properties) {
		return new LogbackSource(LoggerFactory.getILoggerFactory(), options(properties));
	}

	@Bean
	ReportSection gmrLogSection(LogbackSource source, GmrProperties properties) {
		return new LogSection(source, options(properties));
	}

	private static LogOptions options(GmrProperties properties) {
		LogSectionProperties log = properties.getSection().getLog();
		return new LogOptions(log.getMaxEvents(), log.getErrorThreshold());
	}

}
