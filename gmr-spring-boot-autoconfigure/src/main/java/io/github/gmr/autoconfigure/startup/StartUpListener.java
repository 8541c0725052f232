package io.github.gmr.autoconfigure.startup;

import io.github.gmr.trigger.JvmTriggers;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Registers the signal as early as a starter can, because its default action ends the
 * JVM, and keeps what is known about an application that starts, so that a hung start can
 * be reported. Called by the thread that starts the application.
 */
class StartUpListener implements ApplicationListener<SpringApplicationEvent> {

	private static final String AOT_PROCESSING = "spring.aot.processing";

	private boolean started;

	@Override
	public void onApplicationEvent(SpringApplicationEvent event) {
		if (Boolean.getBoolean(AOT_PROCESSING)) {
			return;
		}
		if (event instanceof ApplicationStartingEvent) {
			startEarly(event);
		}
		else if (event instanceof ApplicationEnvironmentPreparedEvent prepared) {
			start(event, prepared.getEnvironment());
		}
		else if (event instanceof ApplicationFailedEvent) {
			giveUp();
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
			giveUp();
		}
	}

	private void start(SpringApplicationEvent event, ConfigurableEnvironment environment) {
		if (JvmTriggers.areEnabled(environment)) {
			this.started = true;
			JvmTriggers.get().starting(StartingApplication.of(event, environment), environment);
		}
		else {
			giveUp();
		}
	}

	private void giveUp() {
		if (this.started) {
			this.started = false;
			JvmTriggers.get().failed();
		}
	}

}
