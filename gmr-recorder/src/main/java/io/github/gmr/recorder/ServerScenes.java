package io.github.gmr.recorder;

import java.io.File;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.util.Properties;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.EchoEncoder;
import io.undertow.Undertow;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.quartz.impl.StdSchedulerFactory;

/**
 * Waits of servers, schedulers and logging.
 */
final class ServerScenes {

	private static final String BODY = "socket-read: reads a request from its client";

	private static final String ANSWER = "socket-write: writes a response to its client";

	private ServerScenes() {
	}

	static void play(Recording recording) throws Exception {
		tomcat(recording);
		jetty(recording);
		undertow(recording);
		quartz(recording);
		logback(recording);
	}

	private static void tomcat(Recording recording) throws Exception {
		Tomcat tomcat = new Tomcat();
		tomcat.setBaseDir(Files.createTempDirectory("recorder").toString());
		tomcat.setPort(0);
		Context context = tomcat.addContext("", new File(".").getAbsolutePath());
		Tomcat.addServlet(context, "shop", new Shop());
		context.addServletMappingDecoded("/*", "shop");
		tomcat.getConnector().setProperty("minSpareThreads", "1");
		tomcat.getConnector().setProperty("connectionTimeout", "3600000");
		tomcat.start();
		recording.platform("idle: waits for the end of the server", tomcat.getServer()::await);
		recording.named("idle: waits for a task", (name) -> name.endsWith("-exec-1"));
		recording.named("idle: waits for events of its channels", (name) -> name.endsWith("-Poller"));
		recording.named("idle: accepts connections", (name) -> name.endsWith("-Acceptor"));
		recording.named("idle: waits for a task", (name) -> name.startsWith("Catalina-utility"));
		send(tomcat.getConnector().getLocalPort(), "POST");
		recording.named(BODY, "tomcat-POST"::equals);
		send(tomcat.getConnector().getLocalPort(), "GET");
		recording.named(ANSWER, "tomcat-GET"::equals);
		tomcat.stop();
		tomcat.getConnector().setProperty("maxConnections", "1");
		tomcat.start();
		send(tomcat.getConnector().getLocalPort(), "POST");
		send(tomcat.getConnector().getLocalPort(), "POST");
		recording.named("idle: waits for room for a connection", (name) -> name.endsWith("-Acceptor"));
	}

	private static void send(int port, String method) throws Exception {
		Socket socket = new Socket("127.0.0.1", port);
		Extras.keep(socket);
		OutputStream out = socket.getOutputStream();
		out.write((method + " / HTTP/1.1\r\nHost: shop\r\n" + (method.equals("POST") ? "Content-Length: 100\r\n" : "")
				+ "\r\n")
			.getBytes());
		out.flush();
	}

	private static void jetty(Recording recording) throws Exception {
		Server server = new Server();
		server.addConnector(new ServerConnector(server, 1, 1));
		server.start();
		recording.platform("idle: waits for the end of the server", server::join);
		for (int i = 0; i < 40; i++) {
			Thread.sleep(20);
		}
		recording.standing("idle: waits for a task", "idleJobPoll");
		recording.standing("idle: waits for events of its channels", "ManagedSelector$SelectorProducer");
		recording.standing("idle: accepts connections", "org.eclipse.jetty.server.ServerConnector.accept");
	}

	private static void undertow(Recording recording) {
		Undertow server = Undertow.builder()
			.addHttpListener(0, "127.0.0.1")
			.setWorkerThreads(1)
			.setHandler((exchange) -> {
				exchange.dispatch(() -> exchange.endExchange());
			})
			.build();
		server.start();
		recording.named("idle: waits for events of its channels", (name) -> name.startsWith("XNIO-1 I/O-1"));
		recording.named("idle: waits for events of its channels", (name) -> name.startsWith("XNIO-1 Accept"));
		server.getWorker().execute(() -> System.out.println("A task"));
		recording.named("idle: waits for a task", (name) -> name.contains("XNIO-1 task"));
	}

	private static void quartz(Recording recording) throws Exception {
		Properties settings = new Properties();
		settings.put("org.quartz.threadPool.threadCount", "1");
		settings.put("org.quartz.scheduler.skipUpdateCheck", "true");
		new StdSchedulerFactory(settings).getScheduler().start();
		recording.named("idle: waits for a task", (name) -> name.endsWith("_Worker-1"));
		recording.named("idle: waits for the next trigger", (name) -> name.endsWith("_QuartzSchedulerThread"));
	}

	private static void logback(Recording recording) {
		LoggerContext context = new LoggerContext();
		context.setMDCAdapter(new LogbackMDCAdapter());
		OutputStreamAppender<ILoggingEvent> stuck = new OutputStreamAppender<>();
		stuck.setContext(context);
		EchoEncoder<ILoggingEvent> encoder = new EchoEncoder<>();
		stuck.setEncoder(encoder);
		stuck.setOutputStream(new OutputStream() {

			@Override
			public void write(int b) {
				Extras.sleep();
			}

		});
		encoder.start();
		stuck.start();
		AsyncAppender async = new AsyncAppender();
		async.setContext(context);
		async.setQueueSize(1);
		async.setDiscardingThreshold(0);
		ConsoleAppender<ILoggingEvent> idle = new ConsoleAppender<>();
		async.addAppender(idle);
		async.setName("idle");
		async.start();
		recording.named("idle: waits for something to log", "AsyncAppender-Worker-idle"::equals);
		async.detachAppender(idle);
		AsyncAppender full = new AsyncAppender();
		full.setContext(context);
		full.setQueueSize(1);
		full.setDiscardingThreshold(0);
		full.addAppender(stuck);
		full.start();
		context.getLogger("shop").addAppender(full);
		recording.both("log: waits for space in the queue of an AsyncAppender", () -> {
			while (true) {
				context.getLogger("shop").info("Sold");
			}
		});
		context.getLogger("bare").addAppender(stuck);
		context.getLogger("bare").setAdditive(false);
		recording.both("log: waits for a log appender", () -> context.getLogger("bare").info("Sold"));
	}

	private static final class Shop extends HttpServlet {

		@Override
		protected void doPost(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
			Thread.currentThread().setName("tomcat-POST");
			request.getInputStream().readAllBytes();
		}

		@Override
		protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
			Thread.currentThread().setName("tomcat-GET");
			while (true) {
				response.getOutputStream().write(new byte[1 << 20]);
			}
		}

	}

}
