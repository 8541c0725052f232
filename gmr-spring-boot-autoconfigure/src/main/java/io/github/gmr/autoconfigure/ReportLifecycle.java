package io.github.gmr.autoconfigure;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

import io.github.gmr.autoconfigure.properties.GmrProperties;
import io.github.gmr.autoconfigure.properties.SinkProperties;
import io.github.gmr.engine.ReportEngine;
import io.github.gmr.engine.ReportingApplication;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.trigger.JvmTriggers;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextRefreshedEvent;

/**
 * Lets the application take part in the reports of its JVM from the moment its context is
 * refreshed until its beans are destroyed: reports are requested during a graceful
 * shutdown, too. While the beans are destroyed it takes part without them.
 */
class ReportLifecycle implements ApplicationListener<ContextRefreshedEvent>, DisposableBean {

	private static final Log logger = LogFactory.getLog(ReportLifecycle.class);

	private final ApplicationContext context;

	private final GmrProperties properties;

	private final Supplier<ReportingApplication> application;

	private final ReportEngine engine;

	private final JvmTriggers triggers;

	private final EndOfContext end;

	private ApplicationCode code = new ApplicationCode(List.of());

	private @Nullable ReportingApplication joined;

	ReportLifecycle(ApplicationContext context, GmrProperties properties, Supplier<ReportingApplication> application,
			ReportEngine engine, JvmTriggers triggers, EndOfContext end) {
		this.context = context;
		this.properties = properties;
		this.application = application;
		this.engine = engine;
		this.triggers = triggers;
		this.end = end;
	}

	@Override
	public synchronized void onApplicationEvent(ContextRefreshedEvent event) {
		if (event.getApplicationContext() == this.context && this.joined == null) {
			ReportingApplication application = this.application.get();
			this.triggers.join(application, this.context.getEnvironment(),
					this.properties.getReport().getMinInterval());
			this.joined = application;
			this.code = this.context.getBeanProvider(ApplicationCode.class).getIfAvailable(() -> this.code);
			logHowToAsk();
			checkDirectory();
		}
	}

	@Override
	public synchronized void destroy() {
		ReportingApplication application = this.joined;
		if (application != null) {
			this.triggers.closing(application, this.code);
			this.end.call(() -> this.triggers.closed(application, this.code));
			this.joined = null;
		}
	}

	private void checkDirectory() {
		SinkProperties.File file = this.properties.getSink().getFile();
		Path directory = file.getDirectory();
		if (directory != null && file.isEnabled()) {
			try {
				this.engine.workers().execute(new DirectoryCheck(directory));
			}
			catch (RejectedExecutionException ex) {
				// A warning is not worth waiting for
			}
		}
	}

	/**
	 * One line for whoever looks at the log of an application that is in trouble.
	 */
	private void logHowToAsk() {
		String signal = this.triggers.signal().orElse(null);
		String reason = this.triggers.refusal().orElse(null);
		if (reason != null) {
			logger.warn("No signal can ask for a Guru Meditation Report: " + reason
					+ ". The other ways are a touched file ('gmr.touch-file.path'), GET /actuator/gmr, JMX and "
					+ "GuruMeditation.publish(String).");
		}
		else if (signal != null) {
			logger.info("To get a Guru Meditation Report: kill -" + signal + " " + ProcessHandle.current().pid());
		}
		else {
			logger.info("No signal requests a Guru Meditation Report ('gmr.signal.enabled' is false)");
		}
	}

}
