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

	/**
	 * JVM option for a process that does not live so long that it is worth its while to
	 * optimise much.
	 */
	public static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

	private final List<String> program;

	private final List<String> prefix = new ArrayList<>();

	private final List<String> jvmOptions = new ArrayList<>();

	private final List<String> arguments = new ArrayList<>();

	private final Map<String, String> environment = new HashMap<>();

	private Path java = Path.of(System.getProperty("java.home"));

	PatientBuilder(String... program) {
		this.program = List.of(program);
	}

	/**
	 * Add a command that runs the process in its place, such as {@code setpriv}.
	 * @param command the command and its arguments
	 * @return this builder
	 */
	public PatientBuilder under(String... command) {
		this.prefix.addAll(List.of(command));
		return this;
	}

	/**
	 * Let a shell do something before it becomes the process.
	 * @param preparation commands of the shell, such as {@code "ulimit -n 40"}
	 * @return this builder
	 */
	public PatientBuilder prepared(String preparation) {
		return under("bash", "-c", preparation + "; exec \"$@\"", "bash");
	}

	/**
	 * Let a shell redirect stderr before it becomes the process.
	 * @param redirection a redirection of the shell, such as {@code "2>&-"}
	 * @return this builder
	 */
	public PatientBuilder redirected(String redirection) {
		return under("bash", "-c", "exec \"$@\" " + redirection, "bash");
	}

	/**
	 * Use another Java than that of this test.
	 * @param home where it is
	 * @return this builder
	 */
	public PatientBuilder java(Path home) {
		this.java = home;
		return this;
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
	 * Start the process.
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
		List<String> command = new ArrayList<>(this.prefix);
		command.add(this.java.resolve("bin/java").toString());
		command.addAll(this.jvmOptions);
		command.addAll(this.program);
		command.addAll(this.arguments);
		return command;
	}

}
