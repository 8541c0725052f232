package io.github.gmr.autoconfigure.startup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.gmr.autoconfigure.part.PartName;
import io.github.gmr.autoconfigure.part.Switches;
import io.github.gmr.autoconfigure.properties.GmrProperties;
import io.github.gmr.autoconfigure.properties.SinkProperties;
import io.github.gmr.autoconfigure.redact.InvalidRedactionPatternException;
import io.github.gmr.autoconfigure.redact.RedactionConfiguration;
import io.github.gmr.engine.ApplicationState;
import io.github.gmr.engine.OutputSettings;
import io.github.gmr.engine.OutputSettings.NamedSink;
import io.github.gmr.engine.ReportEngine;
import io.github.gmr.engine.ReportingApplication;
import io.github.gmr.redact.Redaction;
import io.github.gmr.report.RegisteredSection;
import io.github.gmr.section.BuiltInSection;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.application.PackageSection;
import io.github.gmr.section.environment.ConfigurationSection;
import io.github.gmr.section.process.ProcessesSection;
import io.github.gmr.section.runtime.RuntimeOptions;
import io.github.gmr.section.runtime.RuntimeSection;
import io.github.gmr.section.socket.SocketsSection;
import io.github.gmr.section.threads.PlatformThreads;
import io.github.gmr.section.threads.ThreadsOptions;
import io.github.gmr.section.threads.ThreadsSection;
import io.github.gmr.section.virtual.GreenThreadsOptions;
import io.github.gmr.section.virtual.GreenThreadsSection;
import io.github.gmr.trigger.JvmTriggers;
import io.github.gmr.worker.Workers;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * What can be reported about an application whose context is not ready.
 */
final class StartingApplication {

	private StartingApplication() {
	}

	/**
	 * Return what can be reported. Called by the thread that starts the application.
	 * @param event the event that says how far it is
	 * @param environment its configuration, as far as it is known
	 * @param since when the start began
	 * @return what can be reported
	 */
	static ReportingApplication of(SpringApplicationEvent event, ConfigurableEnvironment environment, Instant since) {
		try {
			Switches switches = new Switches(environment);
			return of(event, environment, Binder.get(environment).bindOrCreate("gmr", GmrProperties.class),
					switches::isOn, since);
		}
		catch (BindException | InvalidRedactionPatternException ex) {
			// The context will fail by it, unless it gets to know better
			return of(event, environment, new GmrProperties(), (section) -> true, since);
		}
	}

	private static ReportingApplication of(SpringApplicationEvent event, ConfigurableEnvironment environment,
			GmrProperties properties, Predicate<PartName> isOn, Instant since) {
		SpringApplication application = event.getSpringApplication();
		ClassLoader classLoader = application.getClassLoader();
		String name = environment.getProperty("spring.application.name", "application");
		Workers workers = ReportEngine.get().workers();
		List<RegisteredSection> sections = new ArrayList<>();
		builtIn(application, name, environment, workers).forEach((section) -> {
			PartName part = PartName.of(section.getClass(), "Section");
			if (isOn.test(part)) {
				sections.add(new RegisteredSection(part.name(), part.title(), section, classLoader));
			}
		});
		sections.add(ReportingApplication.state(ApplicationState.starting(since, code(application))));
		Redaction redaction = RedactionConfiguration.redaction(properties.getRedact(), environment, workers).build();
		return new ReportingApplication(name, sections, redaction, properties.limits(), output(properties),
				(trigger, report) -> {
				});
	}

	/**
	 * Return what is known of the code of an application that has no context yet.
	 * @param application the application
	 * @return the package of its main class
	 */
	static ApplicationCode code(SpringApplication application) {
		Class<?> type = application.getMainApplicationClass();
		return new ApplicationCode(
				(type == null || type.getPackageName().isEmpty()) ? List.of() : List.of(type.getPackageName()));
	}

	private static OutputSettings output(GmrProperties properties) {
		SinkProperties.File file = properties.getSink().getFile();
		List<NamedSink> files = (file.isEnabled() && file.getDirectory() != null)
				? List.of(new NamedSink("file", file.getFormat(), file.sink())) : List.of();
		return properties.output(List.of(), files).withoutBeans();
	}

	private static Stream<BuiltInSection> builtIn(SpringApplication application, String name,
			ConfigurableEnvironment environment, Workers workers) {
		ThreadsSection threads = new ThreadsSection(ThreadsOptions.DEFAULT,
				new PlatformThreads(ThreadsOptions.DEFAULT, JvmTriggers.get().pulse().threads(), code(application)));
		return Stream.of(new PackageSection(null, null, application.getMainApplicationClass(), name), threads,
				new GreenThreadsSection(GreenThreadsOptions.DEFAULT, workers),
				new ConfigurationSection(environment, workers), new ProcessesSection(ProcessesSection.OPEN_FILES),
				new RuntimeSection(RuntimeOptions.DEFAULT), new SocketsSection());
	}

}
