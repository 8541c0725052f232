package io.github.gmr.autoconfigure.section;

import java.util.List;

import io.github.gmr.autoconfigure.engine.EngineAutoConfiguration;
import io.github.gmr.autoconfigure.part.SwitchedBy;
import io.github.gmr.autoconfigure.properties.GmrProperties;
import io.github.gmr.autoconfigure.properties.GreenThreadsSectionProperties;
import io.github.gmr.autoconfigure.properties.MemorySectionProperties;
import io.github.gmr.autoconfigure.properties.PropertiesConfiguration;
import io.github.gmr.autoconfigure.properties.RuntimeSectionProperties;
import io.github.gmr.autoconfigure.properties.ThreadsSectionProperties;
import io.github.gmr.engine.ReportEngine;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.activity.ThreadExecutors;
import io.github.gmr.section.application.PackageSection;
import io.github.gmr.section.environment.ConfigurationSection;
import io.github.gmr.section.memory.ClassHistogramSection;
import io.github.gmr.section.memory.MemoryOptions;
import io.github.gmr.section.memory.MemorySection;
import io.github.gmr.section.process.ProcessesSection;
import io.github.gmr.section.pulse.FigureHistory;
import io.github.gmr.section.pulse.FigureSource;
import io.github.gmr.section.pulse.Pulse;
import io.github.gmr.section.pulse.Trends;
import io.github.gmr.section.runtime.RuntimeOptions;
import io.github.gmr.section.runtime.RuntimeSection;
import io.github.gmr.section.scope.RunningThreads;
import io.github.gmr.section.socket.SocketsSection;
import io.github.gmr.section.threads.PlatformThreads;
import io.github.gmr.section.threads.ThreadsOptions;
import io.github.gmr.section.threads.ThreadsSection;
import io.github.gmr.section.timeline.JvmFigures;
import io.github.gmr.section.virtual.GreenThreadsOptions;
import io.github.gmr.section.virtual.GreenThreadsSection;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.info.GitProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the built-in sections. A section
 * of the application of the same name replaces one.
 */
@AutoConfiguration(after = EngineAutoConfiguration.class,
		afterName = "org.springframework.boot.autoconfigure.info.ProjectInfoAutoConfiguration")
@SwitchedBy("gmr.enabled")
@Import(PropertiesConfiguration.class)
public final class ReportSectionAutoConfiguration {

	@Bean
	PackageSection gmrPackageSection(ListableBeanFactory beanFactory, Environment environment,
			ObjectProvider<BuildProperties> build, ObjectProvider<GitProperties> git) {
		return new PackageSection(build.getIfUnique(), git.getIfUnique(), applicationClass(beanFactory),
				environment.getProperty("spring.application.name"));
	}

	@Bean
	FollowedFigures gmrFollowedFigures(ObjectProvider<FigureSource> sources, ReportEngine engine, Pulse pulse) {
		return new FollowedFigures(new FigureHistory(new JvmFigures(), List.of(), engine.workers()), sources, pulse);
	}

	@Bean
	Trends gmrTrends(FollowedFigures figures, Pulse pulse, GmrProperties properties) {
		return new Trends(figures.history(), pulse::isOn, properties.getPulse().getGrowthThreshold());
	}

	@Bean
	@ConditionalOnMissingBean(search = SearchStrategy.CURRENT)
	PlatformThreads gmrPlatformThreads(GmrProperties properties, Pulse pulse, ObjectProvider<ApplicationCode> code,
			ObjectProvider<ThreadExecutors> executors) {
		return new PlatformThreads(threadsOptions(properties), pulse.threads(), code(code),
				executors.getIfUnique(() -> ThreadExecutors.NONE));
	}

	private static ApplicationCode code(ObjectProvider<ApplicationCode> code) {
		return code.getIfAvailable(() -> new ApplicationCode(List.of()));
	}

	@Bean
	ThreadsSection gmrThreadsSection(GmrProperties properties, PlatformThreads threads, Trends trends) {
		return new ThreadsSection(threadsOptions(properties), threads, trends);
	}

	@Bean
	@SwitchedBy("gmr.section.threads.enabled")
	UncaughtExceptionWatch gmrUncaughtExceptionWatch() {
		return new UncaughtExceptionWatch();
	}

	@Bean
	GreenThreadsSection gmrGreenThreadsSection(GmrProperties properties, ObjectProvider<ApplicationCode> code,
			ObjectProvider<RunningThreads> running, Pulse pulse, ReportEngine engine) {
		GreenThreadsSectionProperties greenThreads = properties.getSection().getGreenThreads();
		ThreadsSectionProperties threads = properties.getSection().getThreads();
		return new GreenThreadsSection(
				new GreenThreadsOptions(greenThreads.getTimeout(), greenThreads.getMaxGroups(), threads.getMaxDepth(),
						threads.isGroupIdenticalStacks(), threads.getLockThreshold(), threads.getUnmovedThreshold()),
				code(code), RunningThreads.of(running.orderedStream().toList()),
				pulse.isOn() ? pulse.threads().ages() : null, engine.workers());
	}

	@Bean
	ProcessesSection gmrProcessesSection(GmrProperties properties, Trends trends) {
		return new ProcessesSection(properties.getSection().getProcesses().getOpenFilesThreshold(), trends);
	}

	@Bean
	ConfigurationSection gmrConfigurationSection(ConfigurableEnvironment environment, ReportEngine engine) {
		return new ConfigurationSection(environment, engine.workers());
	}

	@Bean
	RuntimeSection gmrRuntimeSection(GmrProperties properties, Trends trends) {
		RuntimeSectionProperties runtime = properties.getSection().getRuntime();
		return new RuntimeSection(new RuntimeOptions(runtime.getContainerMemoryThreshold(),
				runtime.getThrottlingThreshold(), runtime.getThreadsThreshold()), trends);
	}

	@Bean
	MemorySection gmrMemorySection(GmrProperties properties, ReportEngine engine, Trends trends) {
		MemorySectionProperties memory = properties.getSection().getMemory();
		return new MemorySection(new MemoryOptions(memory.getHeapThreshold(), memory.getMetaspaceThreshold(),
				memory.getDirectMemoryThreshold(), memory.getCollectionTimeThreshold(), memory.getPauseThreshold()),
				engine.workers(), trends);
	}

	@Bean
	SocketsSection gmrSocketsSection() {
		return new SocketsSection();
	}

	/**
	 * Stops the world, so it is off unless it is switched on.
	 */
	@Bean
	@SwitchedBy(value = "gmr.section.class-histogram.enabled", byDefault = false)
	ClassHistogramSection gmrClassHistogramSection(GmrProperties properties) {
		return new ClassHistogramSection(properties.getSection().getClassHistogram().getMaxClasses());
	}

	private static ThreadsOptions threadsOptions(GmrProperties properties) {
		ThreadsSectionProperties threads = properties.getSection().getThreads();
		return new ThreadsOptions(threads.getMaxDepth(), threads.isGroupIdenticalStacks(), threads.getSample(),
				threads.getLockThreshold(), threads.getUnmovedThreshold());
	}

	private static @Nullable Class<?> applicationClass(ListableBeanFactory beanFactory) {
		String[] names = beanFactory.getBeanNamesForAnnotation(SpringBootConfiguration.class);
		Class<?> type = (names.length != 0) ? beanFactory.getType(names[0]) : null;
		return (type != null) ? ClassUtils.getUserClass(type) : null;
	}

}
