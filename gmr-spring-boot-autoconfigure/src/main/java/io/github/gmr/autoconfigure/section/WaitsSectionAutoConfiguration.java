package io.github.gmr.autoconfigure.section;

import io.github.gmr.autoconfigure.part.SwitchedBy;
import io.github.gmr.autoconfigure.properties.GmrProperties;
import io.github.gmr.autoconfigure.properties.PropertiesConfiguration;
import io.github.gmr.diagnosis.WaitsOptions;
import io.github.gmr.diagnosis.WaitsSection;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.scope.VirtualStacks;
import io.github.gmr.section.threads.PlatformThreads;
import io.github.gmr.section.web.RunningRequests;
import io.github.gmr.section.work.RunningWork;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the section about what running
 * work waits for.
 */
@AutoConfiguration(after = { WebSectionAutoConfiguration.class, RunningWorkSectionAutoConfiguration.class })
@SwitchedBy("gmr.section.waits.enabled")
@Import(PropertiesConfiguration.class)
public final class WaitsSectionAutoConfiguration {

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ObservationRegistry.class)
	@ConditionalOnBean(ObservationRegistry.class)
	static class ObservationConfiguration {

		@Bean
		WaitsSection gmrWaitsSection(PlatformThreads threads, ObjectProvider<VirtualStacks> virtual,
				ApplicationCode code, ObjectProvider<RunningRequests> requests, ObjectProvider<RunningWork> work,
				GmrProperties properties) {
			return new WaitsSection(threads, virtual.getIfUnique(() -> VirtualStacks.NONE), code,
					requests.getIfUnique(), work.getIfUnique(),
					new WaitsOptions(properties.getSection().getWaits().getWorkThreshold()));
		}

	}

}
