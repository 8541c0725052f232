package io.github.gmr.aot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.management.JMException;
import javax.management.ObjectName;

import ch.qos.logback.classic.Logger;
import io.github.gmr.GuruMeditation;
import io.github.gmr.ReportUnavailableException;
import io.github.gmr.content.Content;
import io.github.gmr.report.SectionReport;
import io.github.gmr.section.ReportSection;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationHandler;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * A server that is processed ahead of time. For each line on stdin it prints what there
 * is of the library then. Whether it runs or is processed, it prints last what this JVM
 * does about {@code USR1}.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
public class AotApplication {

	private static final int USR1 = 10;

	public static void main(String[] args) throws IOException {
		try (ConfigurableApplicationContext context = SpringApplication.run(AotApplication.class, args)) {
			System.out.println("serves at " + context.getEnvironment().getProperty("local.server.port"));
			BufferedReader stdin = new BufferedReader(new InputStreamReader(System.in));
			for (String line = stdin.readLine(); line != null; line = stdin.readLine()) {
				System.out.println("sections: " + sections(context.getBean(Reader.class).guru()));
				System.out.println("threads: " + threads());
				System.out.println("additions: " + additions(context));
				System.out.println("jmx: " + jmx());
				System.out.println("done: " + line);
			}
		}
		finally {
			System.out.println("USR1 is caught: " + isSet("SigCgt") + ", ignored: " + isSet("SigIgn"));
		}
	}

	private static String sections(GuruMeditation guru) {
		try {
			return guru.generate().sections().stream().map(SectionReport::name).collect(Collectors.joining(", "));
		}
		catch (ReportUnavailableException ex) {
			return ex.getMessage();
		}
	}

	private static String jmx() {
		try {
			Object report = ManagementFactory.getPlatformMBeanServer()
				.invoke(new ObjectName("org.springframework.boot:type=Endpoint,name=Gmr"), "report", new Object[0],
						new String[0]);
			return report.toString().lines().filter((line) -> line.startsWith("trigger")).findFirst().orElseThrow();
		}
		catch (JMException ex) {
			return ex.toString();
		}
	}

	private static String threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.map(Thread::getName)
			.filter((name) -> name.startsWith("gmr-"))
			.sorted()
			.collect(Collectors.joining(", "));
	}

	/**
	 * Return what the library has added to objects of the application.
	 */
	private static String additions(ConfigurableApplicationContext context) {
		Object rejection = context.getBean("mail", ThreadPoolTaskExecutor.class)
			.getThreadPoolExecutor()
			.getRejectedExecutionHandler();
		Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
		return Stream
			.of(Stream.of(rejection).filter(AotApplication::isOfLibrary).map((any) -> "rejection handler"),
					Stream.ofNullable(root.getAppender("gmr")).map((any) -> "appender"),
					context.getBeanProvider(ObservationHandler.class)
						.stream()
						.filter(AotApplication::isOfLibrary)
						.map((any) -> "observation handler"),
					context.getBean(MeterRegistry.class)
						.getMeters()
						.stream()
						.map((meter) -> meter.getId().getName())
						.filter((name) -> name.startsWith("gmr.")))
			.flatMap((additions) -> additions)
			.distinct()
			.collect(Collectors.joining(", "));
	}

	private static boolean isOfLibrary(Object any) {
		return any.getClass().getName().startsWith("io.github.gmr.section.");
	}

	static boolean isSet(String mask) throws IOException {
		try (Stream<String> status = Files.lines(Path.of("/proc/self/status"))) {
			String hex = status.filter((line) -> line.startsWith(mask)).findFirst().orElseThrow().split("\\s+")[1];
			return (Long.parseUnsignedLong(hex, 16) & (1L << (USR1 - 1))) != 0;
		}
	}

	@Bean
	ThreadPoolTaskExecutor mail() {
		return new ThreadPoolTaskExecutor();
	}

	@Bean
	ReportSection ownSection() {
		return () -> Content.text("mine");
	}

	@Bean
	Reader reader(GuruMeditation guru) {
		return new Reader(guru);
	}

	/**
	 * A bean of the application that needs reports.
	 *
	 * @param guru makes them
	 */
	record Reader(GuruMeditation guru) {

	}

}
