package io.github.gmr.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Says how to run a {@link Patient}.
 */
public final class PatientBuilder {

	/**
	 * JVM options for reports that are whole on a busy machine, too.
	 */
	public static final String[] PATIENCE = { "-Dgmr.report.section-timeout=20s", "-Dgmr.report.timeout=40s" };

	private final List<String> program;

	private final List<String> jvmOptions = new ArrayList<>();

	private final List<String> arguments = new ArrayList<>();

	private final Map<String, String> environment = new HashMap<>();

	PatientBuilder(String... program) {
		this.program = List.of(program);
	}

	/**
	 * Add options of the JVM.
	 * @param options the options, such as {@code "-Xrs"}
	 * @return this builder
	 */
	public PatientBuilder jvm(String... options) {
		this.jvmOptions.addAll(List.of(options));
		return this;
	}

	/**
	 * Add arguments of the application.
	 * @param arguments the arguments, such as {@code "--server.port=0"}
	 * @return this builder
	 */
	public PatientBuilder arguments(String... arguments) {
		this.arguments.addAll(List.of(arguments));
		return this;
	}

	/**
	 * Add a variable of the environment.
	 * @param name the name of the variable
	 * @param value the value
	 * @return this builder
	 */
	public PatientBuilder environment(String name, String value) {
		this.environment.put(name, value);
		return this;
	}

	/**
	 * Start the process with the Java of this test.
	 * @return the running process
	 */
	public Patient start() {
		ProcessBuilder process = new ProcessBuilder(command());
		// Either would add lines to stderr
		process.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
		process.environment().putAll(this.environment);
		try {
			return new Patient(process.start());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Start the process and wait until it says something.
	 * @param stdout a pattern of what it says on stdout
	 * @return the running process
	 */
	public Patient startUntil(String stdout) {
		Patient patient = start();
		try {
			patient.awaitStdout(stdout);
			return patient;
		}
		catch (Throwable ex) {
			patient.close();
			throw ex;
		}
	}

	private List<String> command() {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(this.jvmOptions);
		command.addAll(this.program);
		command.addAll(this.arguments);
		return command;
	}

}
