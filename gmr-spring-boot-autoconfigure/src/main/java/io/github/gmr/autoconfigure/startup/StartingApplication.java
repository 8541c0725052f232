package io.github.gmr.autoconfigure.startup;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.gmr.autoconfigure.part.PartName;
import io.github.gmr.engine.OutputSettings;
import io.github.gmr.engine.OutputSettings.Stderr;
import io.github.gmr.engine.OutputSettings.Stderr.Use;
import io.github.gmr.engine.ReportEngine;
import io.github.gmr.engine.ReportingApplication;
import io.github.gmr.redact.Audience;
import io.github.gmr.redact.Redaction;
import io.github.gmr.report.RegisteredSection;
import io.github.gmr.report.TimeLimits;
import io.github.gmr.section.BuiltInSection;
import io.github.gmr.section.application.PackageSection;
import io.github.gmr.section.environment.ConfigurationSection;
import io.github.gmr.section.environment.EnvironmentProperties;
import io.github.gmr.section.process.ProcessesSection;
import io.github.gmr.section.runtime.RuntimeOptions;
import io.github.gmr.section.runtime.RuntimeSection;
import io.github.gmr.section.threads.ThreadsOptions;
import io.github.gmr.section.threads.ThreadsSection;
import io.github.gmr.section.virtual.GreenThreadsOptions;
import io.github.gmr.section.virtual.GreenThreadsSection;
import io.github.gmr.view.text.TextReportView;
import io.github.gmr.worker.Workers;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * What can be reported about an application whose context is not ready.
 */
final class StartingApplication {

	private static final long MAX_SIZE = 1024 * 1024;

	private StartingApplication() {
	}

	static ReportingApplication of(SpringApplicationEvent event, ConfigurableEnvironment environment) {
		SpringApplication application = event.getSpringApplication();
		ClassLoader classLoader = application.getClassLoader();
		String name = environment.getProperty("spring.application.name", "application");
		Workers workers = ReportEngine.get().workers();
		EnvironmentProperties properties = new EnvironmentProperties(environment, workers);
		List<RegisteredSection> sections = new ArrayList<>();
		builtIn(application.getMainApplicationClass(), name, environment, workers)
			.map((section) -> register(section, classLoader))
			.forEach(sections::add);
		sections.add(ReportingApplication.state("The application is not ready, its context is still starting"));
		Redaction redaction = Redaction.builder().secrets((visitor) -> properties.visit(visitor::visit)).build();
		OutputSettings output = new OutputSettings(List.of(new TextReportView()), List.of(),
				new Stderr(Use.UNLESS_DELIVERED, "text", MAX_SIZE), MAX_SIZE, Audience.MASKED);
		return new ReportingApplication(name, sections, redaction, TimeLimits.DEFAULT, output, (trigger, report) -> {
		});
	}

	private static Stream<BuiltInSection> builtIn(@Nullable Class<?> type, String name,
			ConfigurableEnvironment environment, Workers workers) {
		return Stream.of(new PackageSection(null, null, type, name), new ThreadsSection(ThreadsOptions.DEFAULT),
				new GreenThreadsSection(GreenThreadsOptions.DEFAULT, workers),
				new ConfigurationSection(environment, workers), new ProcessesSection(ProcessesSection.OPEN_FILES),
				new RuntimeSection(RuntimeOptions.DEFAULT));
	}

	private static RegisteredSection register(BuiltInSection section, ClassLoader classLoader) {
		PartName name = PartName.of(section.getClass(), "Section");
		return new RegisteredSection(name.name(), name.title(), section, classLoader);
	}

}
