package io.github.gmr.autoconfigure.listener;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.gmr.ReportListener;
import io.github.gmr.content.Finding;
import io.github.gmr.redact.RedactedReport;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Publishes what the last report of all findings has found as gauges:
 * {@code gmr.findings} by severity, {@code gmr.finding} by id (1 if there is such a
 * finding, else 0), and {@code gmr.findings.age} in seconds. A scrape never makes a
 * report; what nobody knows, or what is too old, is {@code NaN}. Thread-safe.
 */
class FindingMeter implements ReportListener, SmartInitializingSingleton {

	/**
	 * How many kinds of findings have a gauge: applications may make up more and more.
	 */
	private static final int MAX_IDS = 200;

	private final ObjectProvider<MeterRegistry> registries;

	private final LatestFindings latest;

	private final Set<String> ids = ConcurrentHashMap.newKeySet();

	FindingMeter(ObjectProvider<MeterRegistry> registries, LatestFindings latest) {
		this.registries = registries;
		this.latest = latest;
	}

	@Override
	public void afterSingletonsInstantiated() {
		MeterRegistry registry = this.registries.getIfUnique();
		if (registry == null) {
			return;
		}
		for (Finding.Severity severity : Finding.Severity.values()) {
			Gauge.builder("gmr.findings", this.latest, (latest) -> latest.count(severity))
				.description("Findings of the last report")
				.tag("severity", severity.name().toLowerCase(Locale.ROOT))
				.strongReference(true)
				.register(registry);
		}
		Gauge.builder("gmr.findings.age", this.latest, LatestFindings::age)
			.description("How old the findings are")
			.baseUnit("seconds")
			.strongReference(true)
			.register(registry);
	}

	@Override
	public void reported(String trigger, @Nullable RedactedReport report) {
		if (report == null || !report.hasAllFindings()) {
			return;
		}
		this.latest.accept(report);
		MeterRegistry registry = this.registries.getIfUnique();
		if (registry != null) {
			LatestFindings.ids(report)
				.stream()
				.sorted()
				.filter((id) -> this.ids.size() < MAX_IDS && this.ids.add(id))
				.forEach((id) -> register(id, registry));
		}
	}

	private void register(String id, MeterRegistry registry) {
		Gauge.builder("gmr.finding", this.latest, (latest) -> latest.isRaised(id))
			.description("Whether the last report has a finding of this kind")
			.tag("id", id)
			.strongReference(true)
			.register(registry);
	}

}
