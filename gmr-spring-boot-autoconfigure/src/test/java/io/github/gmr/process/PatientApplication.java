package io.github.gmr.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.stream.Collectors;

import io.github.gmr.content.Content;
import io.github.gmr.section.ReportSection;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Does what it is told line by line on stdin, until that is closed:
 * <ul>
 * <li>{@code open <arguments>} starts one more context, and {@code close} closes the
 * oldest,
 * <li>{@code helper} starts a context without auto-configuration, as libraries do,
 * <li>{@code threads} tells the threads of the library.
 * </ul>
 * With {@code patient.waits=true} its context is not ready before it has read a line, and
 * with {@code patient.fails=true} never.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class PatientApplication {

	/**
	 * What stdout says once the first context is ready.
	 */
	static final String READY = "(?m)^ready$";

	private static final BufferedReader stdin = new BufferedReader(new InputStreamReader(System.in));

	private static final Deque<ConfigurableApplicationContext> contexts = new ArrayDeque<>();

	public static void main(String[] args) throws IOException {
		contexts.add(SpringApplication.run(PatientApplication.class, args));
		System.out.println("ready");
		for (String line = stdin.readLine(); line != null; line = stdin.readLine()) {
			System.out.println(obey(line));
		}
		contexts.forEach(ConfigurableApplicationContext::close);
	}

	/**
	 * Prepare to run this application with the library and nothing optional.
	 * @param arguments the arguments
	 * @return a builder
	 */
	static PatientBuilder patient(String... arguments) {
		return Patient.main(PatientApplication.class, ClassPath.ofLibrary())
			.jvm(PatientBuilder.PATIENCE)
			.jvm(PatientBuilder.SHORT_LIVED)
			.arguments(arguments);
	}

	private static String obey(String line) {
		String[] words = line.split(" ");
		switch (words[0]) {
			case "open" -> {
				return open(Arrays.copyOfRange(words, 1, words.length)) + ": " + line;
			}
			case "close" -> contexts.remove().close();
			case "helper" -> contexts.add(new SpringApplicationBuilder(Helper.class).web(WebApplicationType.NONE)
				.bannerMode(Banner.Mode.OFF)
				.run());
			case "threads" -> {
				return "threads: " + threads();
			}
			default -> throw new IllegalArgumentException(line);
		}
		return "done: " + line;
	}

	private static String open(String[] args) {
		try {
			contexts.add(SpringApplication.run(PatientApplication.class, args));
			return "done";
		}
		catch (RuntimeException ex) {
			return "failed";
		}
	}

	private static String threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("gmr-"))
			.map((thread) -> (thread.isDaemon() ? "daemon " : "") + thread.getName())
			.sorted()
			.collect(Collectors.joining(", "));
	}

	@Bean
	ReportSection patientFile() {
		return () -> Content.fields((fields) -> fields.add("complaint", "none"));
	}

	@Bean
	@ConditionalOnProperty("patient.waits")
	InitializingBean waitingRoom() {
		return () -> {
			System.out.println("waiting");
			stdin.readLine();
		};
	}

	@Bean
	@ConditionalOnProperty("patient.fails")
	InitializingBean accident() {
		return () -> {
			throw new IllegalStateException("no start today");
		};
	}

	@Configuration(proxyBeanMethods = false)
	static class Helper {

	}

}
