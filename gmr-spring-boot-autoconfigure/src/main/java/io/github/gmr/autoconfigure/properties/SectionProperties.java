package io.github.gmr.autoconfigure.properties;

import io.github.gmr.redact.Audience;

import org.springframework.boot.context.properties.NestedConfigurationProperty;

/**
 * Properties of built-in sections.
 */
public class SectionProperties {

	@NestedConfigurationProperty
	private final ThreadsSectionProperties threads = new ThreadsSectionProperties();

	@NestedConfigurationProperty
	private final GreenThreadsSectionProperties greenThreads = new GreenThreadsSectionProperties();

	@NestedConfigurationProperty
	private final ConfigurationSectionProperties configuration = new ConfigurationSectionProperties();

	@NestedConfigurationProperty
	private final ProcessesSectionProperties processes = new ProcessesSectionProperties();

	@NestedConfigurationProperty
	private final RuntimeSectionProperties runtime = new RuntimeSectionProperties();

	@NestedConfigurationProperty
	private final MemorySectionProperties memory = new MemorySectionProperties();

	@NestedConfigurationProperty
	private final WebSectionProperties web = new WebSectionProperties();

	@NestedConfigurationProperty
	private final RunningWorkSectionProperties runningWork = new RunningWorkSectionProperties();

	@NestedConfigurationProperty
	private final WaitsSectionProperties waits = new WaitsSectionProperties();

	@NestedConfigurationProperty
	private final DisksSectionProperties disks = new DisksSectionProperties();

	@NestedConfigurationProperty
	private final ExecutorsSectionProperties executors = new ExecutorsSectionProperties();

	@NestedConfigurationProperty
	private final ScheduledTasksSectionProperties scheduledTasks = new ScheduledTasksSectionProperties();

	@NestedConfigurationProperty
	private final HealthSectionProperties health = new HealthSectionProperties();

	@NestedConfigurationProperty
	private final MetricsSectionProperties metrics = new MetricsSectionProperties();

	@NestedConfigurationProperty
	private final CertificatesSectionProperties certificates = new CertificatesSectionProperties();

	@NestedConfigurationProperty
	private final LogSectionProperties log = new LogSectionProperties();

	@NestedConfigurationProperty
	private final ClassHistogramSectionProperties classHistogram = new ClassHistogramSectionProperties();

	public ThreadsSectionProperties getThreads() {
		return this.threads;
	}

	public GreenThreadsSectionProperties getGreenThreads() {
		return this.greenThreads;
	}

	public ConfigurationSectionProperties getConfiguration() {
		return this.configuration;
	}

	public ProcessesSectionProperties getProcesses() {
		return this.processes;
	}

	public RuntimeSectionProperties getRuntime() {
		return this.runtime;
	}

	public MemorySectionProperties getMemory() {
		return this.memory;
	}

	public WebSectionProperties getWeb() {
		return this.web;
	}

	public RunningWorkSectionProperties getRunningWork() {
		return this.runningWork;
	}

	public WaitsSectionProperties getWaits() {
		return this.waits;
	}

	public DisksSectionProperties getDisks() {
		return this.disks;
	}

	public ExecutorsSectionProperties getExecutors() {
		return this.executors;
	}

	public ScheduledTasksSectionProperties getScheduledTasks() {
		return this.scheduledTasks;
	}

	public HealthSectionProperties getHealth() {
		return this.health;
	}

	public MetricsSectionProperties getMetrics() {
		return this.metrics;
	}

	public CertificatesSectionProperties getCertificates() {
		return this.certificates;
	}

	public LogSectionProperties getLog() {
		return this.log;
	}

	public ClassHistogramSectionProperties getClassHistogram() {
		return this.classHistogram;
	}

	/**
	 * What is shown of the values of settings.
	 */
	public enum Values {

		/**
		 * Show values, secrets masked.
		 */
		MASKED(Audience.MASKED),

		/**
		 * Show names only.
		 */
		HIDDEN(Audience.HIDDEN);

		private final Audience audience;

		Values(Audience audience) {
			this.audience = audience;
		}

		/**
		 * Return the audience that sees this.
		 * @return the audience
		 */
		Audience audience() {
			return this.audience;
		}

	}

}
