package io.github.gmr.section.log;

import java.time.Instant;
import java.util.Optional;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.LoggerContextListener;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import io.github.gmr.section.pulse.FigureSource;
import org.slf4j.ILoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextRefreshedEvent;

/**
 * Follows warnings and errors of Logback from when the application is ready until it is
 * closed. Called on every thread that logs: takes no lock, and copies text only. The
 * message is formatted on the thread that logs, which costs nothing more where another
 * appender formats it, too.
 */
public final class LogbackSource extends UnsynchronizedAppenderBase<ILoggingEvent>
		implements ApplicationListener<ContextRefreshedEvent>, DisposableBean, FigureSource {

	private final ILoggerFactory factory;

	private final RecentLog log;

	private final Reset reset = new Reset();

	private volatile boolean wanted;

	/**
	 * Create a source that follows nothing yet.
	 * @param factory what makes loggers
	 * @param options what will be shown
	 */
	public LogbackSource(ILoggerFactory factory, LogOptions options) {
		this.factory = factory;
		this.log = new RecentLog(options.capacity());
	}

	RecentLog log() {
		return this.log;
	}

	@Override
	public void onApplicationEvent(ContextRefreshedEvent event) {
		if (this.factory instanceof LoggerContext context && !this.wanted) {
			this.wanted = true;
			context.addListener(this.reset);
			attach(context);
		}
	}

	@Override
	public void destroy() {
		this.wanted = false;
		if (this.factory instanceof LoggerContext context) {
			context.removeListener(this.reset);
			root(context).detachAppender(this);
			stop();
		}
	}

	@Override
	public void read(Figures figures) {
		if (this.factory instanceof LoggerContext) {
			figures.count(LoggedEventCounters.ERRORS, this.log.errors()::total);
			figures.count(LoggedEventCounters.WARNINGS, this.log.warnings()::total);
		}
	}

	/**
	 * Follow the log again if it has been set up anew. Logback notifies listeners of that
	 * unless it is stopped altogether.
	 * @return what readers of the report should know, empty if nothing is missing
	 */
	Optional<String> ensureAttached() {
		if (!(this.factory instanceof LoggerContext context)) {
			return Optional.of("unknown: Logback is there, but " + this.factory.getClass().getName() + " logs");
		}
		if (!this.wanted) {
			return Optional.of("followed when the application is ready");
		}
		if (root(context).isAttached(this)) {
			return Optional.empty();
		}
		attach(context);
		return Optional.of("logging was set up anew, what was logged between then and now is missing");
	}

	private void attach(LoggerContext context) {
		setContext(context);
		setName("gmr");
		start();
		root(context).addAppender(this);
	}

	private static Logger root(LoggerContext context) {
		return context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
	}

	@Override
	protected void append(ILoggingEvent event) {
		if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
			IThrowableProxy thrown = event.getThrowableProxy();
			LoggedException exception = (thrown != null) ? LoggedException.of(thrown) : null;
			LoggedEvent.Type type = new LoggedEvent.Type(event.getLevel().isGreaterOrEqual(Level.ERROR),
					event.getLoggerName(), (exception != null) ? exception.name() : null);
			this.log.add(new LoggedEvent(Instant.ofEpochMilli(event.getTimeStamp()), type,
					String.valueOf(event.getThreadName()), String.valueOf(event.getFormattedMessage()), exception));
		}
	}

	/**
	 * Follows the log on after Logback has dropped all appenders.
	 */
	private final class Reset implements LoggerContextListener {

		@Override
		public boolean isResetResistant() {
			return true;
		}

		@Override
		public void onReset(LoggerContext context) {
			if (LogbackSource.this.wanted) {
				attach(context);
			}
		}

		@Override
		public void onStart(LoggerContext context) {
		}

		@Override
		public void onStop(LoggerContext context) {
		}

		@Override
		public void onLevelChange(Logger logger, Level level) {
		}

	}

}
