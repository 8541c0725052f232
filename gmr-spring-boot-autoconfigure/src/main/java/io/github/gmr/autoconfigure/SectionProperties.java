package io.github.gmr.autoconfigure;

import java.time.Duration;
import java.util.List;

import io.github.gmr.redact.Audience;

import org.springframework.util.unit.DataSize;

/**
 * Properties of built-in sections.
 */
public class SectionProperties {

	private final Threads threads = new Threads();

	private final GreenThreads greenThreads = new GreenThreads();

	private final Configuration configuration = new Configuration();

	private final Processes processes = new Processes();

	private final Runtime runtime = new Runtime();

	private final Memory memory = new Memory();

	private final Web web = new Web();

	private final Disks disks = new Disks();

	private final Executors executors = new Executors();

	private final ScheduledTasks scheduledTasks = new ScheduledTasks();

	private final Health health = new Health();

	private final Metrics metrics = new Metrics();

	private final Certificates certificates = new Certificates();

	private final Log log = new Log();

	private final ClassHistogram classHistogram = new ClassHistogram();

	public Threads getThreads() {
		return this.threads;
	}

	public GreenThreads getGreenThreads() {
		return this.greenThreads;
	}

	public Configuration getConfiguration() {
		return this.configuration;
	}

	public Processes getProcesses() {
		return this.processes;
	}

	public Runtime getRuntime() {
		return this.runtime;
	}

	public Memory getMemory() {
		return this.memory;
	}

	public Web getWeb() {
		return this.web;
	}

	public Disks getDisks() {
		return this.disks;
	}

	public Executors getExecutors() {
		return this.executors;
	}

	public ScheduledTasks getScheduledTasks() {
		return this.scheduledTasks;
	}

	public Health getHealth() {
		return this.health;
	}

	public Metrics getMetrics() {
		return this.metrics;
	}

	public Certificates getCertificates() {
		return this.certificates;
	}

	public Log getLog() {
		return this.log;
	}

	public ClassHistogram getClassHistogram() {
		return this.classHistogram;
	}

	/**
	 * The section about platform threads.
	 */
	public static class Threads {

		/**
		 * Number of frames of a stack to show.
		 */
		private int maxDepth = 256;

		/**
		 * Whether threads of the same state and stack share one entry.
		 */
		private boolean groupIdenticalStacks = true;

		/**
		 * Time between two snapshots that tell the CPU time and allocation rate of
		 * threads. Zero to take one snapshot only.
		 */
		private Duration sample = Duration.ZERO;

		/**
		 * Number of threads, platform or virtual ones, waiting for one lock that raises a
		 * finding.
		 */
		private int lockThreshold = 10;

		public int getMaxDepth() {
			return this.maxDepth;
		}

		public void setMaxDepth(int maxDepth) {
			this.maxDepth = Ranges.positive("gmr.section.threads.max-depth", maxDepth);
		}

		public boolean isGroupIdenticalStacks() {
			return this.groupIdenticalStacks;
		}

		public void setGroupIdenticalStacks(boolean groupIdenticalStacks) {
			this.groupIdenticalStacks = groupIdenticalStacks;
		}

		public Duration getSample() {
			return this.sample;
		}

		public void setSample(Duration sample) {
			this.sample = Ranges.notNegative("gmr.section.threads.sample", sample);
		}

		public int getLockThreshold() {
			return this.lockThreshold;
		}

		public void setLockThreshold(int lockThreshold) {
			this.lockThreshold = Ranges.positive("gmr.section.threads.lock-threshold", lockThreshold);
		}

	}

	/**
	 * The section about virtual threads.
	 */
	public static class GreenThreads {

		/**
		 * Time after which the dump of virtual threads is cut.
		 */
		private Duration timeout = Duration.ofSeconds(2);

		/**
		 * Number of groups of virtual threads to show, the largest first.
		 */
		private int maxGroups = 100;

		public Duration getTimeout() {
			return this.timeout;
		}

		public void setTimeout(Duration timeout) {
			this.timeout = Ranges.positive("gmr.section.green-threads.timeout", timeout);
		}

		public int getMaxGroups() {
			return this.maxGroups;
		}

		public void setMaxGroups(int maxGroups) {
			this.maxGroups = Ranges.positive("gmr.section.green-threads.max-groups", maxGroups);
		}

	}

	/**
	 * The section about the configuration.
	 */
	public static class Configuration {

		/**
		 * Whether published reports show values, secrets masked, or names only.
		 */
		private Values values = Values.MASKED;

		public Values getValues() {
			return this.values;
		}

		public void setValues(Values values) {
			this.values = values;
		}

	}

	/**
	 * The section about this process and its children.
	 */
	public static class Processes {

		/**
		 * Percentage of the file descriptors there may be that raises a finding.
		 */
		private int openFilesThreshold = 90;

		public int getOpenFilesThreshold() {
			return this.openFilesThreshold;
		}

		public void setOpenFilesThreshold(int openFilesThreshold) {
			this.openFilesThreshold = Ranges.percent("gmr.section.processes.open-files-threshold", openFilesThreshold);
		}

	}

	/**
	 * The section about the JVM and its machine.
	 */
	public static class Runtime {

		/**
		 * Percentage of the container's memory limit in use that raises a finding.
		 */
		private int containerMemoryThreshold = 90;

		/**
		 * Percentage of throttled CPU periods of the container that raises a finding.
		 */
		private int throttlingThreshold = 25;

		/**
		 * Percentage of the native threads there may be that raises a finding.
		 */
		private int threadsThreshold = 90;

		public int getContainerMemoryThreshold() {
			return this.containerMemoryThreshold;
		}

		public void setContainerMemoryThreshold(int containerMemoryThreshold) {
			this.containerMemoryThreshold = Ranges.percent("gmr.section.runtime.container-memory-threshold",
					containerMemoryThreshold);
		}

		public int getThrottlingThreshold() {
			return this.throttlingThreshold;
		}

		public void setThrottlingThreshold(int throttlingThreshold) {
			this.throttlingThreshold = Ranges.percent("gmr.section.runtime.throttling-threshold", throttlingThreshold);
		}

		public int getThreadsThreshold() {
			return this.threadsThreshold;
		}

		public void setThreadsThreshold(int threadsThreshold) {
			this.threadsThreshold = Ranges.percent("gmr.section.runtime.threads-threshold", threadsThreshold);
		}

	}

	/**
	 * The section about memory.
	 */
	public static class Memory {

		/**
		 * Percentage of the heap in use after the last collection that raises a finding.
		 */
		private int heapThreshold = 90;

		/**
		 * Percentage of the metaspace in use that raises a finding.
		 */
		private int metaspaceThreshold = 90;

		/**
		 * Percentage of time in garbage collections that raises a finding.
		 */
		private int collectionTimeThreshold = 10;

		public int getHeapThreshold() {
			return this.heapThreshold;
		}

		public void setHeapThreshold(int heapThreshold) {
			this.heapThreshold = Ranges.percent("gmr.section.memory.heap-threshold", heapThreshold);
		}

		public int getMetaspaceThreshold() {
			return this.metaspaceThreshold;
		}

		public void setMetaspaceThreshold(int metaspaceThreshold) {
			this.metaspaceThreshold = Ranges.percent("gmr.section.memory.metaspace-threshold", metaspaceThreshold);
		}

		public int getCollectionTimeThreshold() {
			return this.collectionTimeThreshold;
		}

		public void setCollectionTimeThreshold(int collectionTimeThreshold) {
			this.collectionTimeThreshold = Ranges.percent("gmr.section.memory.collection-time-threshold",
					collectionTimeThreshold);
		}

	}

	/**
	 * The section about HTTP requests.
	 */
	public static class Web {

		/**
		 * Time after which a running request raises a finding.
		 */
		private Duration requestThreshold = Duration.ofSeconds(30);

		/**
		 * Percentage of the request threads there may be standing at one place that
		 * raises a finding.
		 */
		private int stuckThreshold = 75;

		/**
		 * Time after which a request that stands there counts as stuck.
		 */
		private Duration stuckAfter = Duration.ofSeconds(2);

		public Duration getRequestThreshold() {
			return this.requestThreshold;
		}

		public void setRequestThreshold(Duration requestThreshold) {
			this.requestThreshold = Ranges.positive("gmr.section.web.request-threshold", requestThreshold);
		}

		public int getStuckThreshold() {
			return this.stuckThreshold;
		}

		public void setStuckThreshold(int stuckThreshold) {
			this.stuckThreshold = Ranges.percent("gmr.section.web.stuck-threshold", stuckThreshold);
		}

		public Duration getStuckAfter() {
			return this.stuckAfter;
		}

		public void setStuckAfter(Duration stuckAfter) {
			this.stuckAfter = Ranges.notNegative("gmr.section.web.stuck-after", stuckAfter);
		}

	}

	/**
	 * The section about disks.
	 */
	public static class Disks {

		/**
		 * Percentage of a disk in use that raises a finding if too little is free, too.
		 */
		private int usedThreshold = 95;

		/**
		 * Free space of a disk below which a finding is raised if too much is used, too.
		 */
		private DataSize freeThreshold = DataSize.ofGigabytes(1);

		public int getUsedThreshold() {
			return this.usedThreshold;
		}

		public void setUsedThreshold(int usedThreshold) {
			this.usedThreshold = Ranges.percent("gmr.section.disks.used-threshold", usedThreshold);
		}

		public DataSize getFreeThreshold() {
			return this.freeThreshold;
		}

		public void setFreeThreshold(DataSize freeThreshold) {
			this.freeThreshold = Ranges.atLeast("gmr.section.disks.free-threshold", freeThreshold, DataSize.ofBytes(1));
		}

	}

	/**
	 * The section about executors.
	 */
	public static class Executors {

		/**
		 * Percentage of the queue of an executor in use that raises a finding.
		 */
		private int queueThreshold = 90;

		/**
		 * Time without any task that ends, while others wait, that raises a finding.
		 */
		private Duration taskThreshold = Duration.ofSeconds(30);

		public int getQueueThreshold() {
			return this.queueThreshold;
		}

		public void setQueueThreshold(int queueThreshold) {
			this.queueThreshold = Ranges.percent("gmr.section.executors.queue-threshold", queueThreshold);
		}

		public Duration getTaskThreshold() {
			return this.taskThreshold;
		}

		public void setTaskThreshold(Duration taskThreshold) {
			this.taskThreshold = Ranges.positive("gmr.section.executors.task-threshold", taskThreshold);
		}

	}

	/**
	 * The section about scheduled tasks.
	 */
	public static class ScheduledTasks {

		/**
		 * Time after which a scheduled task that is due and has not started raises a
		 * finding.
		 */
		private Duration overdueThreshold = Duration.ofMinutes(1);

		/**
		 * Time after which a run of a scheduled task raises a finding.
		 */
		private Duration runningThreshold = Duration.ofHours(1);

		public Duration getOverdueThreshold() {
			return this.overdueThreshold;
		}

		public void setOverdueThreshold(Duration overdueThreshold) {
			this.overdueThreshold = Ranges.positive("gmr.section.scheduled-tasks.overdue-threshold", overdueThreshold);
		}

		public Duration getRunningThreshold() {
			return this.runningThreshold;
		}

		public void setRunningThreshold(Duration runningThreshold) {
			this.runningThreshold = Ranges.positive("gmr.section.scheduled-tasks.running-threshold", runningThreshold);
		}

	}

	/**
	 * The section about health.
	 */
	public static class Health {

		/**
		 * Time limit of a single health check.
		 */
		private Duration timeout = Duration.ofSeconds(1);

		public Duration getTimeout() {
			return this.timeout;
		}

		public void setTimeout(Duration timeout) {
			this.timeout = Ranges.positive("gmr.section.health.timeout", timeout);
		}

	}

	/**
	 * The section about metrics.
	 */
	public static class Metrics {

		/**
		 * Names of the meters to show. An asterisk stands for anything.
		 */
		private List<String> include = List.of("http.*", "jdbc.*", "hikaricp.*", "r2dbc.*", "cache.*", "spring.*",
				"logback.events", "gmr.*");

		/**
		 * Number of meters to show.
		 */
		private int maxMeters = 50;

		public List<String> getInclude() {
			return this.include;
		}

		public void setInclude(List<String> include) {
			this.include = include;
		}

		public int getMaxMeters() {
			return this.maxMeters;
		}

		public void setMaxMeters(int maxMeters) {
			this.maxMeters = Ranges.positive("gmr.section.metrics.max-meters", maxMeters);
		}

	}

	/**
	 * The section about certificates.
	 */
	public static class Certificates {

		/**
		 * Time before its end from which on a certificate raises a finding.
		 */
		private Duration expiryThreshold = Duration.ofDays(14);

		public Duration getExpiryThreshold() {
			return this.expiryThreshold;
		}

		public void setExpiryThreshold(Duration expiryThreshold) {
			this.expiryThreshold = Ranges.notNegative("gmr.section.certificates.expiry-threshold", expiryThreshold);
		}

	}

	/**
	 * The section about the log.
	 */
	public static class Log {

		private static final int MAX_EVENTS = 1000;

		/**
		 * Number of errors, and of warnings, to keep and show.
		 */
		private int maxEvents = 25;

		/**
		 * Number of errors within five minutes that raises a finding.
		 */
		private int errorThreshold = 10;

		public int getMaxEvents() {
			return this.maxEvents;
		}

		public void setMaxEvents(int maxEvents) {
			this.maxEvents = Ranges.fromOneTo(MAX_EVENTS, "gmr.section.log.max-events", maxEvents);
		}

		public int getErrorThreshold() {
			return this.errorThreshold;
		}

		public void setErrorThreshold(int errorThreshold) {
			this.errorThreshold = Ranges.fromOneTo(MAX_EVENTS, "gmr.section.log.error-threshold", errorThreshold);
		}

	}

	/**
	 * The section about the instances of classes.
	 */
	public static class ClassHistogram {

		/**
		 * Number of classes to show, those that take most memory first.
		 */
		private int maxClasses = 50;

		public int getMaxClasses() {
			return this.maxClasses;
		}

		public void setMaxClasses(int maxClasses) {
			this.maxClasses = Ranges.positive("gmr.section.class-histogram.max-classes", maxClasses);
		}

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

		Audience audience() {
			return this.audience;
		}

	}

}
