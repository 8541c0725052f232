package io.github.gmr.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

import io.github.gmr.ReportListener;
import io.github.gmr.autoconfigure.part.PartName;
import io.github.gmr.autoconfigure.part.Switches;
import io.github.gmr.autoconfigure.properties.GmrProperties;
import io.github.gmr.engine.OutputSettings;
import io.github.gmr.engine.OutputSettings.NamedSink;
import io.github.gmr.engine.ReportingApplication;
import io.github.gmr.redact.Redaction;
import io.github.gmr.report.RegisteredSection;
import io.github.gmr.section.BuiltInSection;
import io.github.gmr.section.ReportSection;
import io.github.gmr.sink.ReportSink;
import io.github.gmr.view.ReportView;
import io.github.gmr.worker.Workers;

import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.aop.support.AopUtils;
import org.springframework.context.ApplicationContext;

/**
 * Gathers what an application has to do with reports from its beans and properties. Done
 * once, when the context is ready: no bean is looked up while a report is made.
 */
final class ApplicationReports {

	private static final Duration TITLE_LIMIT = Duration.ofMillis(500);

	private final ApplicationContext context;

	private final GmrProperties properties;

	private final Workers workers;

	private final Switches switches;

	ApplicationReports(ApplicationContext context, GmrProperties properties, Workers workers) {
		this.context = context;
		this.properties = properties;
		this.workers = workers;
		this.switches = new Switches(context.getEnvironment());
	}

	ReportingApplication application() {
		List<ReportListener> listeners = this.context.getBeanProvider(ReportListener.class).orderedStream().toList();
		return new ReportingApplication(ApplicationName.of(this.context.getEnvironment()), sections(),
				this.context.getBean(Redaction.class), this.properties.limits(), output(),
				new ReportListeners(listeners));
	}

	/**
	 * Return the sections that are switched on. One of the application takes the place of
	 * a built-in one of the same name.
	 * @return the built-in sections, and those of the application in their order
	 */
	List<RegisteredSection> sections() {
		Map<String, RegisteredSection> builtIn = new LinkedHashMap<>();
		List<RegisteredSection> own = new ArrayList<>();
		forEach(ReportSection.class, (beanName, section) -> {
			PartName name = name(beanName, section);
			if (this.switches.isOn(name)) {
				String title = title(section, name);
				RegisteredSection registered = new RegisteredSection(name.name(), title, section,
						this.context.getClassLoader());
				if (section instanceof BuiltInSection) {
					builtIn.put(name.name(), registered);
				}
				else {
					own.add(registered);
				}
			}
		});
		return replaced(builtIn, own);
	}

	private static List<RegisteredSection> replaced(Map<String, RegisteredSection> builtIn,
			List<RegisteredSection> own) {
		List<RegisteredSection> sections = new ArrayList<>();
		for (RegisteredSection section : own) {
			RegisteredSection former = builtIn.remove(section.name());
			sections.add((former != null) ? section.with(former.traits()) : section);
		}
		sections.addAll(0, builtIn.values());
		return sections;
	}

	/**
	 * A built-in section is named after its class, so that a bean of the application can
	 * have the name of a bean that replaces it.
	 */
	private static PartName name(String beanName, ReportSection section) {
		return (section instanceof BuiltInSection) ? PartName.of(AopUtils.getTargetClass(section), "Section")
				: PartName.of(beanName, "Section");
	}

	/**
	 * A title comes from the application's code, which may fail or hang, and must not
	 * cost the start.
	 */
	private String title(ReportSection section, PartName name) {
		return this.workers
			.attempt(section, () -> Objects.requireNonNullElse(section.title(), name.title()), TITLE_LIMIT)
			.orElse(name.title());
	}

	private OutputSettings output() {
		List<NamedSink> sinks = new ArrayList<>();
		forEach(ReportSink.class, (beanName, sink) -> {
			String name = PartName.of(beanName, "Sink").name();
			sinks.add(new NamedSink(name, format(name), sink));
		});
		OutputSettings output = this.properties
			.output(this.context.getBeanProvider(ReportView.class).orderedStream().toList(), sinks);
		checkFormats(output);
		return output;
	}

	private String format(String sink) {
		return this.context.getEnvironment().getProperty("gmr.sink." + sink + ".format", "text");
	}

	private static void checkFormats(OutputSettings output) {
		List<String> formats = output.views().stream().map(ReportView::name).toList();
		checkFormat("stderr", output.stderr().format(), formats);
		output.sinks().forEach((sink) -> checkFormat(sink.name(), sink.format(), formats));
	}

	private static void checkFormat(String sink, String format, List<String> formats) {
		if (!formats.contains(format)) {
			throw new IllegalArgumentException(
					"'gmr.sink.%s.format' must be one of %s but is '%s'".formatted(sink, formats, format));
		}
	}

	/**
	 * Visit the beans of a type in order, each with its name. Those that are made anew
	 * each time come last: they cannot be told by identity. Of a bean in a scope, such as
	 * a request, its proxy is visited.
	 */
	private <T> void forEach(Class<T> type, BiConsumer<String, T> visitor) {
		Map<T, String> names = new IdentityHashMap<>();
		for (String name : this.context.getBeanNamesForType(type)) {
			if (!ScopedProxyUtils.isScopedTarget(name)) {
				names.put(this.context.getBean(name, type), name);
			}
		}
		this.context.getBeanProvider(type).orderedStream().forEach((bean) -> {
			String name = names.remove(bean);
			if (name != null) {
				visitor.accept(name, bean);
			}
		});
		names.forEach((bean, name) -> visitor.accept(name, bean));
	}

}
