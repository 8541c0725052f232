package io.github.gmr.autoconfigure.section;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

import javax.sql.DataSource;

import com.mchange.v2.c3p0.PooledDataSource;
import com.zaxxer.hikari.HikariDataSource;
import io.github.gmr.autoconfigure.part.SwitchedBy;
import io.github.gmr.autoconfigure.properties.DisksSectionProperties;
import io.github.gmr.autoconfigure.properties.ExecutorsSectionProperties;
import io.github.gmr.autoconfigure.properties.GmrProperties;
import io.github.gmr.autoconfigure.properties.PropertiesConfiguration;
import io.github.gmr.autoconfigure.properties.ScheduledTasksSectionProperties;
import io.github.gmr.engine.ReportEngine;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.bean.BeansByName;
import io.github.gmr.section.bean.BoundBeans;
import io.github.gmr.section.executor.ExecutorsOptions;
import io.github.gmr.section.executor.ExecutorsSection;
import io.github.gmr.section.executor.PoolThreads;
import io.github.gmr.section.executor.ScheduledTasksOptions;
import io.github.gmr.section.executor.ScheduledTasksSection;
import io.github.gmr.section.host.DisksOptions;
import io.github.gmr.section.host.DisksSection;
import io.github.gmr.section.pool.C3p0PoolReader;
import io.github.gmr.section.pool.DataSourcesSection;
import io.github.gmr.section.pool.HikariPoolReader;
import io.github.gmr.section.pool.MetadataPoolReader;
import io.github.gmr.section.pool.PoolReader;
import io.github.gmr.section.pulse.Pulse;
import io.github.gmr.section.pulse.Trends;
import io.github.gmr.section.scope.ThreadSnapshots;
import io.github.gmr.section.scope.VirtualStacks;
import io.github.gmr.section.timeline.TimelineSection;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.jdbc.metadata.DataSourcePoolMetadataProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the built-in sections about
 * libraries that an application may have. A section of the application of the same name
 * replaces one.
 */
@AutoConfiguration(
		after = { ReportSectionAutoConfiguration.class, TaskExecutionAutoConfiguration.class,
				TaskSchedulingAutoConfiguration.class },
		afterName = { "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
				"org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration" })
@SwitchedBy("gmr.enabled")
@Import(PropertiesConfiguration.class)
public final class LibrarySectionAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ApplicationCode gmrApplicationCode(GmrProperties properties, ApplicationContext context) {
		List<String> packages = properties.getApplicationPackages();
		return new ApplicationCode(packages.isEmpty() ? ApplicationPackages.of(context) : packages);
	}

	@Bean
	static BeansByName<Executor> gmrExecutors(ConfigurableListableBeanFactory beanFactory) {
		return new BeansByName<>(beanFactory, Executor.class);
	}

	@Bean
	@SwitchedBy("gmr.section.executors.enabled")
	static PoolThreads gmrPoolThreads() {
		return new PoolThreads();
	}

	@Bean
	static BeansByName<ScheduledTaskHolder> gmrScheduledTaskHolders(ConfigurableListableBeanFactory beanFactory) {
		return new BeansByName<>(beanFactory, ScheduledTaskHolder.class);
	}

	@Bean
	TimelineSection gmrTimelineSection(FollowedFigures figures, Pulse pulse) {
		return new TimelineSection(figures.history(), pulse.stalls());
	}

	@Bean
	@ConditionalOnBean(Executor.class)
	ExecutorsSection gmrExecutorsSection(BeansByName<Executor> executorBeans, ThreadSnapshots threads,
			ApplicationCode code, GmrProperties properties, ReportEngine engine, Trends trends, PoolThreads made) {
		ExecutorsSectionProperties executors = properties.getSection().getExecutors();
		return new ExecutorsSection(executorBeans,
				new ExecutorsOptions(executors.getQueueThreshold(), executors.getTaskThreshold(),
						executors.getBacklogThreshold(), executors.getRunningThreshold()),
				threads, code, engine.workers(), trends, made);
	}

	@Bean
	DisksSection gmrDisksSection(GmrProperties properties, Environment environment, ReportEngine engine) {
		DisksSectionProperties disks = properties.getSection().getDisks();
		return new DisksSection(paths(properties, environment),
				new DisksOptions(disks.getUsedThreshold(), disks.getFreeThreshold().toBytes()), engine.workers());
	}

	/**
	 * Returns what the application writes to, as far as it is known.
	 */
	private static Map<String, Path> paths(GmrProperties properties, Environment environment) {
		Map<String, Path> paths = new LinkedHashMap<>();
		paths.put("working directory", Path.of("").toAbsolutePath());
		paths.put("temporary files", Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath());
		Path reports = properties.getSink().getFile().getDirectory();
		if (reports != null) {
			paths.put("reports", reports.toAbsolutePath());
		}
		String log = environment.getProperty("logging.file.name", environment.getProperty("logging.file.path", ""));
		if (!log.isEmpty()) {
			paths.put("log", Path.of(log).toAbsolutePath());
		}
		return paths;
	}

	@Bean
	@ConditionalOnBean(ScheduledTaskHolder.class)
	ScheduledTasksSection gmrScheduledTasksSection(BeansByName<ScheduledTaskHolder> holders, ThreadSnapshots threads,
			ApplicationCode code, GmrProperties properties, ReportEngine engine) {
		ScheduledTasksSectionProperties tasks = properties.getSection().getScheduledTasks();
		return new ScheduledTasksSection(holders,
				new ScheduledTasksOptions(tasks.getOverdueThreshold(), tasks.getRunningThreshold()), threads, code,
				engine.workers());
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ DataSource.class, DataSourcePoolMetadataProvider.class })
	@ConditionalOnBean(DataSource.class)
	static class DataSourcesConfiguration {

		@Bean
		static BeansByName<DataSource> gmrDataSources(ConfigurableListableBeanFactory beanFactory) {
			return new BeansByName<>(beanFactory, DataSource.class);
		}

		@Bean
		DataSourcesSection gmrDataSourcesSection(BeansByName<DataSource> dataSources,
				ObjectProvider<DataSourcePoolMetadataProvider> providers, ObjectProvider<PoolReader> readers,
				ThreadSnapshots threads, ObjectProvider<VirtualStacks> virtual, ApplicationCode code,
				ReportEngine engine, ApplicationContext context, FollowedFigures figures) {
			PoolReader metadata = new MetadataPoolReader(providers.orderedStream().toList());
			PoolReader all = readers.orderedStream()
				.reduce(PoolReader::or)
				.map((known) -> known.or(metadata))
				.orElse(metadata);
			return new DataSourcesSection(dataSources, all, threads, virtual.getIfUnique(() -> VirtualStacks.NONE),
					code, engine.workers(), new BoundBeans(context), figures.history());
		}

		@Configuration(proxyBeanMethods = false)
		@ConditionalOnClass(PooledDataSource.class)
		static class C3p0Configuration {

			@Bean
			PoolReader gmrC3p0PoolReader() {
				return new C3p0PoolReader();
			}

		}

		@Configuration(proxyBeanMethods = false)
		@ConditionalOnClass(HikariDataSource.class)
		static class HikariConfiguration {

			@Bean
			PoolReader gmrHikariPoolReader() {
				return new HikariPoolReader();
			}

		}

	}

}
