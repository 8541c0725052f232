package io.github.gmr.autoconfigure.section;

import ch.qos.logback.classic.LoggerContext;
import io.github.gmr.autoconfigure.part.SwitchedBy;
import io.github.gmr.autoconfigure.properties.GmrProperties;
import io.github.gmr.autoconfigure.properties.LogSectionProperties;
import io.github.gmr.autoconfigure.properties.PropertiesConfiguration;
import io.github.gmr.section.log.LogOptions;
import io.github.gmr.section.log.LogSection;
import io.github.gmr.section.log.LogbackSource;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the section about the log, which
 * is off unless it is switched on: what an application logs may be anything.
 */
@AutoConfiguration
@ConditionalOnClass(LoggerContext.class)
@SwitchedBy(value = "gmr.section.log.enabled", byDefault = false)
@Import(PropertiesConfiguration.class)
public final class LogSectionAutoConfiguration {

	@Bean
	LogbackSource gmrLogbackSource(GmrProperties properties) {
		return new LogbackSource(LoggerFactory.getILoggerFactory(), options(properties));
	}

	@Bean
	LogSection gmrLogSection(LogbackSource source, GmrProperties properties) {
		return new LogSection(source, options(properties));
	}

	private static LogOptions options(GmrProperties properties) {
		LogSectionProperties log = properties.getSection().getLog();
		return new LogOptions(log.getMaxEvents(), log.getErrorThreshold());
	}

}
