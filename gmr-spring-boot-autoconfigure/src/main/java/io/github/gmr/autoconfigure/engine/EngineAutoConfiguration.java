package io.github.gmr.autoconfigure.engine;

import io.github.gmr.autoconfigure.part.SwitchedBy;
import io.github.gmr.engine.ReportEngine;
import io.github.gmr.section.pulse.Pulse;
import io.github.gmr.trigger.JvmTriggers;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for what all applications of this
 * JVM share: what makes reports, and what asks for them.
 */
@AutoConfiguration
@SwitchedBy("gmr.enabled")
public final class EngineAutoConfiguration {

	@Bean(destroyMethod = "")
	@ConditionalOnMissingBean
	ReportEngine gmrReportEngine() {
		return ReportEngine.get();
	}

	@Bean(destroyMethod = "")
	@ConditionalOnMissingBean
	JvmTriggers gmrTriggers() {
		return JvmTriggers.get();
	}

	@Bean(destroyMethod = "")
	@ConditionalOnMissingBean
	Pulse gmrPulse(JvmTriggers triggers) {
		return triggers.pulse();
	}

}
