package io.github.gmr.autoconfigure.startup;

import java.time.Instant;

import io.github.gmr.autoconfigure.part.AotProcessing;
import io.github.gmr.trigger.JvmTriggers;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.context.ApplicationListener;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Registers the signal as early as a starter can, because its default action ends the
 * JVM, and keeps what is known about an application that starts, so that a hung start can
 * be reported. Called by the thread that starts the application.
 */
class StartUpListener implements ApplicationListener<SpringApplicationEvent> {

	private static final Log logger = LogFactory.getLog(StartUpListener.class);

	private @Nullable Environment starting;

	private @Nullable RunningStartUp running;

	private boolean off;

	private Instant since = Instant.now();

	@Override
	public void onApplicationEvent(SpringApplicationEvent event) {
		if (AotProcessing.isRunning()) {
			return;
		}
		if (event instanceof ApplicationStartingEvent) {
			this.since = Instant.ofEpochMilli(event.getTimestamp());
			startEarly(event);
		}
		else if (event instanceof ApplicationEnvironmentPreparedEvent prepared) {
			start(event, prepared.getEnvironment());
			if (this.starting != null) {
				JvmTriggers.get().loggingIsReady();
			}
		}
		else if (event instanceof ApplicationPreparedEvent prepared && this.starting != null) {
			start(event, prepared.getApplicationContext().getEnvironment());
			this.running = new RunningStartUp(this.since, StartingApplication.code(event.getSpringApplication()));
			prepared.getApplicationContext().getBeanFactory().registerSingleton("gmrStartUp", this.running);
		}
		else if (event instanceof ApplicationStartedEvent || event instanceof ApplicationFailedEvent) {
			end();
		}
		if (this.running != null
				&& (event instanceof ApplicationReadyEvent || event instanceof ApplicationFailedEvent)) {
			this.running.end();
			this.running = null;
		}
	}

	/**
	 * The environment of the application does not exist yet: what counts now are
	 * arguments, system properties and environment variables. What is wrong with them is
	 * for the next event, whose failures are analyzed.
	 */
	private void startEarly(SpringApplicationEvent event) {
		ConfigurableEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(event.getArgs()));
		ConfigurationPropertySources.attach(environment);
		try {
			start(event, environment);
		}
		catch (RuntimeException ex) {
			forget();
		}
	}

	private void start(SpringApplicationEvent event, ConfigurableEnvironment environment) {
		this.off = !JvmTriggers.areEnabled(environment);
		if (this.off || !isAutoConfigured(event.getSpringApplication())) {
			forget();
			JvmTriggers.ignoreSignal(environment);
		}
		else if (environment != this.starting) {
			JvmTriggers.get().starting(StartingApplication.of(event, environment, this.since), environment);
			forget();
			this.starting = environment;
		}
	}

	/**
	 * Return whether an application may come to have our auto-configuration. Helpers that
	 * libraries start in the same JVM have none, and are not reported about.
	 */
	private static boolean isAutoConfigured(SpringApplication application) {
		return application.getAllSources()
			.stream()
			.anyMatch((source) -> !(source instanceof Class<?> type)
					|| MergedAnnotations.from(type, SearchStrategy.TYPE_HIERARCHY)
						.isPresent(EnableAutoConfiguration.class));
	}

	/**
	 * Either the application has joined by now, or it makes no reports.
	 */
	private void end() {
		forget();
		if (this.off) {
			logger.info("Guru Meditation Reports are off ('gmr.enabled' is false)");
		}
	}

	private void forget() {
		Environment environment = this.starting;
		if (environment != null) {
			this.starting = null;
			JvmTriggers.get().notStarting(environment);
		}
	}

}
