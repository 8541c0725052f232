package io.github.gmr.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import io.github.gmr.ReportListener;
import io.github.gmr.autoconfigure.properties.GmrProperties;
import io.github.gmr.autoconfigure.properties.SinkProperties;
import io.github.gmr.engine.OutputSettings;
import io.github.gmr.engine.OutputSettings.NamedSink;
import io.github.gmr.engine.OutputSettings.Stderr;
import io.github.gmr.engine.OutputSettings.Stderr.Use;
import io.github.gmr.engine.ReportingApplication;
import io.github.gmr.redact.Redaction;
import io.github.gmr.report.RegisteredSection;
import io.github.gmr.report.TimeLimits;
import io.github.gmr.section.ReportSection;
import io.github.gmr.section.health.HealthSection;
import io.github.gmr.sink.ReportSink;
import io.github.gmr.view.ReportView;

import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Gathers what an application has to do with reports from its beans and properties. Done
 * once, when the context is ready: no bean is looked up while a report is made.
 */
final class ApplicationReports {

	/**
	 * What a section with a time limit of its own gets on top to tell what it has.
	 */
	private static final Duration GRACE = Duration.ofMillis(500);

	private final ApplicationContext context;

	private final GmrProperties properties;

	ApplicationReports(ApplicationContext context, GmrProperties properties) {
		this.context = context;
		this.properties = properties;
	}

	ReportingApplication contribution() {
		List<ReportListener> listeners = this.context.getBeanProvider(ReportListener.class).orderedStream().toList();
		return new ReportingApplication(ApplicationName.of(this.context.getEnvironment()), sections(),
				this.context.getBean(Redaction.class), limits(), outlets(), new ReportListeners(listeners));
	}

	List<RegisteredSection> sections() {
		List<RegisteredSection> sections = new ArrayList<>();
		Environment environment = this.context.getEnvironment();
		forEach(ReportSection.class, (beanName, section) -> {
			PartName name = PartName.of(beanName, "Section");
			if (environment.getProperty("gmr.section." + name.name() + ".enabled", Boolean.class, true)) {
				String title = (section.title() != null) ? section.title() : name.title();
				sections.add(new RegisteredSection(name.name(), title, section, this.context.getClassLoader()));
			}
		});
		return sections;
	}

	private TimeLimits limits() {
		GmrProperties.Report report = this.properties.getReport();
		Duration greenThreads = this.properties.getSection().getGreenThreads().getTimeout().plus(GRACE);
		Duration health = this.properties.getSection().getHealth().getTimeout();
		return new TimeLimits(report.getSectionTimeout(), report.getTimeout(), Map.of("green-threads", greenThreads,
				"health", report.getSectionTimeout().plus(health.multipliedBy(HealthSection.MAX_HANGING))));
	}

	private OutputSettings outlets() {
		List<NamedSink> sinks = new ArrayList<>();
		forEach(ReportSink.class, (beanName, sink) -> {
			String name = PartName.of(beanName, "Sink").name();
			sinks.add(new NamedSink(name, format(name), sink));
		});
		OutputSettings outlets = new OutputSettings(
				this.context.getBeanProvider(ReportView.class).orderedStream().toList(), sinks, stderr(),
				this.properties.getReport().getMaxSize().toBytes(), this.properties.localAudience());
		checkFormats(outlets);
		return outlets;
	}

	private String format(String sink) {
		return this.context.getEnvironment().getProperty("gmr.sink." + sink + ".format", "text");
	}

	private static void checkFormats(OutputSettings outlets) {
		List<String> formats = outlets.views().stream().map(ReportView::name).toList();
		checkFormat("stderr", outlets.stderr().format(), formats);
		outlets.sinks().forEach((sink) -> checkFormat(sink.name(), sink.format(), formats));
	}

	private static void checkFormat(String sink, String format, List<String> formats) {
		if (!formats.contains(format)) {
			throw new IllegalArgumentException(
					"'gmr.sink.%s.format' must be one of %s but is '%s'".formatted(sink, formats, format));
		}
	}

	private Stderr stderr() {
		SinkProperties.Stderr stderr = this.properties.getSink().getStderr();
		return new Stderr(stderrUse(), stderr.getFormat(), stderr.getMaxSize().toBytes());
	}

	private Use stderrUse() {
		Boolean enabled = this.properties.getSink().getStderr().getEnabled();
		if (enabled == null) {
			return Use.UNLESS_DELIVERED;
		}
		return enabled ? Use.ALWAYS : Use.NEVER;
	}

	/**
	 * Visit the beans of a type in order, each with its name. Those that are made anew
	 * each time come last: they cannot be told by identity.
	 */
	private <T> void forEach(Class<T> type, BiConsumer<String, T> visitor) {
		Map<T, String> names = new IdentityHashMap<>();
		this.context.getBeansOfType(type).forEach((name, bean) -> names.put(bean, name));
		this.context.getBeanProvider(type).orderedStream().forEach((bean) -> {
			String name = names.remove(bean);
			if (name != null) {
				visitor.accept(name, bean);
			}
		});
		names.forEach((bean, name) -> visitor.accept(name, bean));
	}

}
