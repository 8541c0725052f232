package io.github.gmr.autoconfigure.properties;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.gmr.engine.OutputSettings;
import io.github.gmr.engine.OutputSettings.NamedSink;
import io.github.gmr.redact.Audience;
import io.github.gmr.report.TimeLimits;
import io.github.gmr.section.pulse.Trends;
import io.github.gmr.view.ReportView;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.util.unit.DataSize;

/**
 * {@link ConfigurationProperties @ConfigurationProperties} for Guru Meditation Reports.
 */
@ConfigurationProperties("gmr")
public class GmrProperties {

	/**
	 * Whether Guru Meditation Reports can be requested.
	 */
	private boolean enabled = true;

	private final Signal signal = new Signal();

	private final TouchFile touchFile = new TouchFile();

	private final Pulse pulse = new Pulse();

	private final Report report = new Report();

	private final Findings findings = new Findings();

	/**
	 * Address of the directory that has the pages about findings, for links to them.
	 */
	private @Nullable String docsUrl;

	/**
	 * Base packages of the application's own code, where findings look for places. Those
	 * of its main class and of auto-configuration unless set.
	 */
	private List<String> applicationPackages = List.of();

	@NestedConfigurationProperty
	private final SinkProperties sink = new SinkProperties();

	private final Redact redact = new Redact();

	@NestedConfigurationProperty
	private final SectionProperties section = new SectionProperties();

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public Signal getSignal() {
		return this.signal;
	}

	public TouchFile getTouchFile() {
		return this.touchFile;
	}

	public Pulse getPulse() {
		return this.pulse;
	}

	public Report getReport() {
		return this.report;
	}

	public @Nullable String getDocsUrl() {
		return this.docsUrl;
	}

	public void setDocsUrl(@Nullable String docsUrl) {
		this.docsUrl = docsUrl;
	}

	public Findings getFindings() {
		return this.findings;
	}

	public List<String> getApplicationPackages() {
		return this.applicationPackages;
	}

	public void setApplicationPackages(List<String> applicationPackages) {
		this.applicationPackages = applicationPackages;
	}

	public SinkProperties getSink() {
		return this.sink;
	}

	public Redact getRedact() {
		return this.redact;
	}

	public SectionProperties getSection() {
		return this.section;
	}

	/**
	 * Return the audience of reports that are requested locally: by signal, by touched
	 * file or by the application itself.
	 * @return whether they show values
	 */
	public Audience localAudience() {
		return this.section.getConfiguration().getValues().audience();
	}

	/**
	 * Return how long sections and reports may take.
	 * @return the limits
	 */
	public TimeLimits limits() {
		return new TimeLimits(this.report.getSectionTimeout(), this.report.getTimeout());
	}

	/**
	 * Return where reports go that are requested locally.
	 * @param views the formats to choose from
	 * @param sinks the sinks, standard error aside
	 * @return the settings
	 */
	public OutputSettings output(List<ReportView> views, List<NamedSink> sinks) {
		return new OutputSettings(views, sinks, this.sink.getStderr().settings(), this.report.getMaxSize().toBytes(),
				localAudience());
	}

	/**
	 * What is published of findings besides reports.
	 */
	public static class Findings {

		/**
		 * How long the findings of a report are published as meters.
		 */
		private Duration maxAge = Duration.ofMinutes(5);

		public Duration getMaxAge() {
			return this.maxAge;
		}

		public void setMaxAge(Duration maxAge) {
			this.maxAge = maxAge;
		}

	}

	/**
	 * The signal that requests a report.
	 */
	public static class Signal {

		/**
		 * Whether a signal requests a report.
		 */
		private boolean enabled = true;

		/**
		 * Name of the signal, without "SIG".
		 */
		private String name = "USR1";

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

		public String getName() {
			return this.name;
		}

		public void setName(String name) {
			this.name = name;
		}

	}

	/**
	 * Looks at the JVM all the time.
	 */
	public static class Pulse {

		/**
		 * Time between two looks at the JVM, which know what has led to a report; 0 for
		 * none.
		 */
		private Duration interval = io.github.gmr.section.pulse.Pulse.INTERVAL;

		/**
		 * How long a figure, such as the number of threads, must have grown all the time
		 * for that to be a finding; a fifteenth of that is enough for what will soon be
		 * full.
		 */
		private Duration growthThreshold = Trends.LEAST;

		public Duration getInterval() {
			return this.interval;
		}

		public void setInterval(Duration interval) {
			this.interval = interval;
		}

		public Duration getGrowthThreshold() {
			return this.growthThreshold;
		}

		public void setGrowthThreshold(Duration growthThreshold) {
			this.growthThreshold = Ranges.positive("gmr.pulse.growth-threshold", growthThreshold);
		}

	}

	/**
	 * The file whose touch requests a report.
	 */
	public static class TouchFile {

		/**
		 * Path to the file whose touch requests a report.
		 */
		private @Nullable Path path;

		/**
		 * Time between two looks at the file.
		 */
		private Duration pollInterval = Duration.ofSeconds(1);

		public @Nullable Path getPath() {
			return this.path;
		}

		public void setPath(@Nullable Path path) {
			this.path = path;
		}

		public Duration getPollInterval() {
			return this.pollInterval;
		}

		public void setPollInterval(Duration pollInterval) {
			this.pollInterval = Ranges.positive("gmr.touch-file.poll-interval", pollInterval);
		}

	}

	/**
	 * How long reports may take and how often they are made.
	 */
	public static class Report {

		/**
		 * Time limit of one section.
		 */
		private Duration sectionTimeout = Duration.ofSeconds(2);

		/**
		 * Time limit of a whole report. Sections that are not collected by then are
		 * skipped.
		 */
		private Duration timeout = Duration.ofSeconds(10);

		/**
		 * Shortest time between two reports that are requested by the signal, and between
		 * two that are requested by a POST.
		 */
		private Duration minInterval = Duration.ofSeconds(1);

		/**
		 * Size of a rendered report, beyond which its longest sections lose their ends.
		 */
		private DataSize maxSize = DataSize.ofMegabytes(20);

		public Duration getSectionTimeout() {
			return this.sectionTimeout;
		}

		public void setSectionTimeout(Duration sectionTimeout) {
			this.sectionTimeout = Ranges.positive("gmr.report.section-timeout", sectionTimeout);
		}

		public Duration getTimeout() {
			return this.timeout;
		}

		public void setTimeout(Duration timeout) {
			this.timeout = Ranges.positive("gmr.report.timeout", timeout);
		}

		public Duration getMinInterval() {
			return this.minInterval;
		}

		public void setMinInterval(Duration minInterval) {
			this.minInterval = Ranges.notNegative("gmr.report.min-interval", minInterval);
		}

		public DataSize getMaxSize() {
			return this.maxSize;
		}

		public void setMaxSize(DataSize maxSize) {
			this.maxSize = Ranges.atLeast("gmr.report.max-size", maxSize, DataSize.ofKilobytes(16));
		}

	}

	/**
	 * How secrets are masked.
	 */
	public static class Redact {

		/**
		 * Names of further settings to mask, in any notation.
		 */
		private List<String> keys = new ArrayList<>();

		/**
		 * Regular expressions of further values to mask, wherever they stand.
		 */
		private List<String> values = new ArrayList<>();

		/**
		 * Names of settings that are never masked.
		 */
		private List<String> allow = new ArrayList<>();

		public List<String> getKeys() {
			return this.keys;
		}

		public void setKeys(List<String> keys) {
			this.keys = keys;
		}

		public List<String> getValues() {
			return this.values;
		}

		public void setValues(List<String> values) {
			this.values = values;
		}

		public List<String> getAllow() {
			return this.allow;
		}

		public void setAllow(List<String> allow) {
			this.allow = allow;
		}

	}

}
