package io.github.gmr.benchmarks.requests;

import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.github.gmr.benchmarks.measurement.CpuCosts;
import io.github.gmr.section.log.LogOptions;
import io.github.gmr.section.log.LogbackSource;

import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.support.StaticApplicationContext;

/**
 * Measures what it costs to follow the log: CPU time of the thread that logs and what it
 * allocates, with and without. Another appender formats each message, and does no more.
 */
public final class LogBenchmark {

	private static final Exception FAILURE = new IllegalStateException("no stock", new RuntimeException("no answer"));

	private LogBenchmark() {
	}

	public static void main(String[] args) {
		Logger without = logger(false);
		Logger with = logger(true);
		List<String> names = List.of("without", "with");
		CpuCosts.compare("information", names, () -> without.info("Order {} is packed", 7),
				() -> with.info("Order {} is packed", 7));
		CpuCosts.compare("an error", names, () -> without.error("Order {} failed", 7),
				() -> with.error("Order {} failed", 7));
		CpuCosts.compare("an error with an exception", names, () -> without.error("Order {} failed", 7, FAILURE),
				() -> with.error("Order {} failed", 7, FAILURE));
	}

	private static Logger logger(boolean followed) {
		LoggerContext context = new LoggerContext();
		Format format = new Format();
		format.setContext(context);
		format.start();
		context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).addAppender(format);
		if (followed) {
			new LogbackSource(context, new LogOptions(5, 10))
				.onApplicationEvent(new ContextRefreshedEvent(new StaticApplicationContext()));
		}
		return context.getLogger("com.acme.Orders");
	}

	/**
	 * Formats messages, as each appender does that writes them.
	 */
	private static final class Format extends AppenderBase<ILoggingEvent> {

		@Override
		protected void append(ILoggingEvent event) {
			event.getFormattedMessage();
		}

	}

}
