package io.github.gmr.trigger;

import java.util.List;

import io.github.gmr.Contribution;
import io.github.gmr.JvmReports;
import io.github.gmr.Outlets;
import io.github.gmr.Outlets.Stderr;
import io.github.gmr.Outlets.Stderr.Use;
import io.github.gmr.redact.Audience;
import io.github.gmr.redact.Redaction;
import io.github.gmr.report.RegisteredSection;
import io.github.gmr.report.TimeLimits;
import io.github.gmr.report.Workers;
import io.github.gmr.section.ReportSection;
import io.github.gmr.section.jvm.GreenThreadsOptions;
import io.github.gmr.section.jvm.GreenThreadsSection;
import io.github.gmr.section.jvm.ProcessesSection;
import io.github.gmr.section.jvm.RuntimeOptions;
import io.github.gmr.section.jvm.RuntimeSection;
import io.github.gmr.section.jvm.ThreadsOptions;
import io.github.gmr.section.jvm.ThreadsSection;
import io.github.gmr.section.spring.ConfigurationSection;
import io.github.gmr.section.spring.EnvironmentProperties;
import io.github.gmr.section.spring.PackageSection;
import io.github.gmr.view.TextReportView;

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

	static Contribution of(SpringApplicationEvent event, ConfigurableEnvironment environment) {
		SpringApplication application = event.getSpringApplication();
		ClassLoader classLoader = application.getClassLoader();
		String name = environment.getProperty("spring.application.name", "application");
		Workers workers = JvmReports.get().workers();
		EnvironmentProperties properties = new EnvironmentProperties(environment, workers);
		List<RegisteredSection> sections = List.of(
				section("package", "Package",
						new PackageSection(null, null, application.getMainApplicationClass(), name), classLoader),
				section("threads", "Threads", new ThreadsSection(ThreadsOptions.DEFAULT), classLoader),
				section("green-threads", "Green Threads", new GreenThreadsSection(GreenThreadsOptions.DEFAULT, workers),
						classLoader),
				section("configuration", "Configuration", new ConfigurationSection(environment, workers), classLoader),
				section("processes", "Processes", new ProcessesSection(ProcessesSection.OPEN_FILES), classLoader),
				section("runtime", "Runtime", new RuntimeSection(RuntimeOptions.DEFAULT), classLoader),
				Contribution.state("The application is not ready, its context is still starting"));
		Redaction redaction = Redaction.builder().secrets((visitor) -> properties.visit(visitor::visit)).build();
		Outlets outlets = new Outlets(List.of(new TextReportView()), List.of(),
				new Stderr(Use.UNLESS_DELIVERED, "text", MAX_SIZE), MAX_SIZE, Audience.MASKED);
		return new Contribution(name, sections, redaction, TimeLimits.DEFAULT, outlets, (trigger, report) -> {
		});
	}

	private static RegisteredSection section(String name, String title, ReportSection section,
			ClassLoader classLoader) {
		return new RegisteredSection(name, title, section, classLoader);
	}

}
