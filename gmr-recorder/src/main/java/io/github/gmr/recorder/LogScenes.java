package io.github.gmr.recorder;

import java.io.OutputStream;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;

import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.AsyncAppender;
import org.apache.logging.log4j.core.appender.OutputStreamAppender;
import org.apache.logging.log4j.core.config.AppenderRef;
import org.apache.logging.log4j.core.config.DefaultConfiguration;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.SimpleMessage;

/**
 * Waits of Log4j and of the JDK's logging.
 */
final class LogScenes {

	private static final OutputStream STUCK = new OutputStream() {

		@Override
		public void write(int b) {
			Extras.sleep();
		}

	};

	private LogScenes() {
	}

	static void play(Recording recording) {
		jdk(recording);
		log4j(recording);
	}

	private static void jdk(Recording recording) {
		StreamHandler handler = new StreamHandler(STUCK, new SimpleFormatter());
		Extras.hold(() -> publish(handler));
		recording.both("log: waits for a log handler", () -> publish(handler));
	}

	private static void publish(StreamHandler handler) {
		handler.publish(new LogRecord(Level.WARNING, "Sold"));
		handler.flush();
	}

	private static void log4j(Recording recording) {
		DefaultConfiguration configuration = new DefaultConfiguration();
		OutputStreamAppender stuck = OutputStreamAppender.newBuilder().setName("stuck").setTarget(STUCK).build();
		stuck.start();
		LogEvent event = Log4jLogEvent.newBuilder().setMessage(new SimpleMessage("Sold")).build();
		Extras.hold(() -> stuck.append(event));
		recording.both("log: waits for a log appender", () -> stuck.append(event));
		configuration.addAppender(stuck);
		AsyncAppender full = async(configuration, "full");
		recording.both("log: waits for space in the queue of an AsyncAppender", () -> {
			while (true) {
				full.append(event);
			}
		});
		async(configuration, "idle");
		recording.named("idle: waits for something to log",
				(name) -> name.contains("AsyncAppenderEventDispatcher") && name.endsWith("-idle"));
	}

	private static AsyncAppender async(DefaultConfiguration configuration, String name) {
		AsyncAppender appender = AsyncAppender.newBuilder()
			.setName(name)
			.setBufferSize(1)
			.setConfiguration(configuration)
			.setAppenderRefs(new AppenderRef[] { AppenderRef.createAppenderRef("stuck", null, null) })
			.build();
		appender.start();
		return appender;
	}

}
