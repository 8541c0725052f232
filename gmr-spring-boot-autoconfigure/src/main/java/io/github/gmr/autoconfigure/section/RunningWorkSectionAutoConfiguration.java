package io.github.gmr.autoconfigure.section;

import io.github.gmr.autoconfigure.part.SwitchedBy;
import io.github.gmr.autoconfigure.properties.GmrProperties;
import io.github.gmr.autoconfigure.properties.PropertiesConfiguration;
import io.github.gmr.section.activity.ActivitySnapshots;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.scope.ThreadSnapshots;
import io.github.gmr.section.work.RunningWork;
import io.github.gmr.section.work.RunningWorkHandler;
import io.github.gmr.section.work.RunningWorkOptions;
import io.github.gmr.section.work.RunningWorkSection;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the section about running work
 * and for what follows it.
 */
@AutoConfiguration(
		after = { ReportSectionAutoConfiguration.class, LibrarySectionAutoConfiguration.class,
				WebSectionAutoConfiguration.class },
		afterName = { "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration",
				"org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration" })
@SwitchedBy("gmr.section.running-work.enabled")
@Import(PropertiesConfiguration.class)
public final class RunningWorkSectionAutoConfiguration {

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ObservationRegistry.class)
	@ConditionalOnBean(ObservationRegistry.class)
	static class ObservationConfiguration {

		@Bean
		@ConditionalOnMissingBean
		RunningWork gmrRunningWork() {
			return new RunningWork();
		}

		/**
		 * Comes last: what others follow already is not followed.
		 */
		@Bean
		@Order(Ordered.LOWEST_PRECEDENCE)
		RunningWorkHandler gmrRunningWorkHandler(RunningWork work) {
			return new RunningWorkHandler(work);
		}

		@Bean
		RunningWorkSection gmrRunningWorkSection(RunningWork work, ThreadSnapshots threads,
				ActivitySnapshots activities, ApplicationCode code, GmrProperties properties) {
			return new RunningWorkSection(work, threads, activities, code,
					new RunningWorkOptions(properties.getSection().getRunningWork().getCallThreshold()));
		}

	}

}
