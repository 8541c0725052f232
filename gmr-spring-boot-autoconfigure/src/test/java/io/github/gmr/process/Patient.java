package io.github.gmr.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;
import org.jspecify.annotations.Nullable;

/**
 * A Java program that runs as a process of its own and can be sent signals. What it says
 * is collected while it runs, and whoever waits for something in vain is told all of it.
 * It is killed when it is closed.
 */
public final class Patient implements AutoCloseable {

	private static final Duration DEADLINE = Duration.ofSeconds(60);

	private final Process process;

	private final Transcript stdout;

	private final Transcript stderr;

	Patient(Process process) {
		this.process = process;
		this.stdout = new Transcript("stdout of " + process.pid(), process.getInputStream());
		this.stderr = new Transcript("stderr of " + process.pid(), process.getErrorStream());
		// Should the test be ended before it closes its patient
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
	}

	/**
	 * Prepare to run a jar.
	 * @param jar the executable jar
	 * @return a builder
	 */
	public static PatientBuilder jar(Path jar) {
		return new PatientBuilder("-jar", jar.toString());
	}

	/**
	 * Prepare to run a class.
	 * @param main the class with the {@code main} method
	 * @param classPath where it and its friends are
	 * @return a builder
	 */
	public static PatientBuilder main(Class<?> main, ClassPath classPath) {
		return new PatientBuilder("-cp", classPath.toString(), main.getName());
	}

	public long pid() {
		return this.process.pid();
	}

	public boolean isAlive() {
		return this.process.isAlive();
	}

	public String stdout() {
		return this.stdout.text();
	}

	public String stderr() {
		return this.stderr.text();
	}

	/**
	 * Return the whole reports on stderr.
	 * @return the reports in the order they were printed
	 */
	public List<TextReport> reports() {
		return TextReport.allIn(stderr());
	}

	/**
	 * Send {@code USR1} and wait for the report.
	 * @return the report
	 */
	public TextReport report() {
		return reportOf(() -> signal("USR1"));
	}

	/**
	 * Wait for the next report that somebody else asks for.
	 * @param asking asks for it
	 * @return the report
	 */
	public TextReport reportOf(Runnable asking) {
		int before = reports().size();
		asking.run();
		return await("a report", () -> reports().stream().skip(before).findFirst().orElse(null));
	}

	/**
	 * Send {@code USR1} and wait for a report with some text in it. A report that signals
	 * from before have asked for may come first.
	 * @param text the text
	 * @return the report
	 */
	public TextReport reportWith(String text) {
		return reportWith(text, () -> signal("USR1"));
	}

	/**
	 * Wait for a report with some text in it that somebody else asks for. Others may come
	 * first.
	 * @param text the text
	 * @param asking asks for it
	 * @return the report
	 */
	public TextReport reportWith(String text, Runnable asking) {
		int before = reports().size();
		asking.run();
		return await("a report with " + text,
				() -> reports().stream()
					.skip(before)
					.filter((report) -> report.text().contains(text))
					.findFirst()
					.orElse(null));
	}

	/**
	 * Send a signal.
	 * @param name the name of the signal without {@code SIG}
	 */
	public void signal(String name) {
		send(name, "/bin/kill", "-" + name, Long.toString(pid()));
	}

	/**
	 * Send a signal many times, as fast as a shell can.
	 * @param times how many times
	 * @param name the name of the signal without {@code SIG}
	 */
	public void signals(int times, String name) {
		send(name, "bash", "-c", "for ((i = 0; i < %d; i++)); do kill -%s %d; done".formatted(times, name, pid()));
	}

	/**
	 * Send a signal each 50 ms until stderr has something to match a pattern.
	 * @param stderr the pattern
	 * @param name the name of the signal without {@code SIG}
	 */
	public void signalsUntil(String stderr, String name) {
		Pattern pattern = Pattern.compile(stderr);
		Awaitility.await().atMost(DEADLINE).pollInterval(Duration.ofMillis(50)).until(() -> {
			signal(name);
			return pattern.matcher(stderr()).find();
		});
	}

	private void send(String name, String... command) {
		try {
			Process kill = new ProcessBuilder(command).inheritIO().start();
			if (kill.waitFor() != 0) {
				throw failure("The signal " + name + " could not be sent", null);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw interrupted(ex);
		}
	}

	/**
	 * Write a line to the stdin of the process.
	 * @param line the line
	 */
	public void say(String line) {
		try {
			this.process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
			this.process.getOutputStream().flush();
		}
		catch (IOException ex) {
			throw failure("'" + line + "' was not read", ex);
		}
	}

	/**
	 * Close the stdin of the process.
	 */
	public void endOfInput() {
		try {
			this.process.getOutputStream().close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Write a line to the stdin of the process and wait until it says that it has done
	 * so.
	 * @param line the line
	 */
	public void tell(String line) {
		int before = count(line);
		say(line);
		await("done: " + line, () -> (count(line) > before) ? line : null);
	}

	private int count(String line) {
		return (int) stdout().lines().filter(("done: " + line)::equals).count();
	}

	/**
	 * Wait until stdout has something to match a pattern.
	 * @param regex the pattern
	 * @return the first match
	 */
	public MatchResult awaitStdout(String regex) {
		return awaitMatch(this.stdout, regex);
	}

	/**
	 * Wait until stderr has something to match a pattern.
	 * @param regex the pattern
	 * @return the first match
	 */
	public MatchResult awaitStderr(String regex) {
		return awaitMatch(this.stderr, regex);
	}

	/**
	 * Wait until the process has ended by itself.
	 * @return the exit code
	 */
	public int awaitExit() {
		try {
			if (!this.process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
				throw failure("The process has not ended", null);
			}
			awaitTranscripts();
			return this.process.exitValue();
		}
		catch (InterruptedException ex) {
			throw interrupted(ex);
		}
	}

	@Override
	public void close() {
		try {
			this.process.destroyForcibly().waitFor();
		}
		catch (InterruptedException ex) {
			throw interrupted(ex);
		}
	}

	private MatchResult awaitMatch(Transcript transcript, String regex) {
		Pattern pattern = Pattern.compile(regex);
		return await("'" + regex + "'", () -> {
			Matcher matcher = pattern.matcher(transcript.text());
			return matcher.find() ? matcher.toMatchResult() : null;
		});
	}

	/**
	 * Wait until something is there, as long as the process lives.
	 * @param <T> its type
	 * @param what what it is, for whoever waits in vain
	 * @param found looks for it, {@code null} if it is not there
	 * @return what was found
	 */
	public <T> T await(String what, Callable<@Nullable T> found) {
		try {
			return Awaitility.await()
				.atMost(DEADLINE)
				.pollInterval(Duration.ofMillis(10))
				.failFast("The process has ended", () -> hasEnded() && found.call() == null)
				.until(found, (value) -> value != null);
		}
		catch (ConditionTimeoutException | TerminalFailureException ex) {
			throw failure("No sign of " + what, ex);
		}
	}

	private boolean hasEnded() {
		if (isAlive()) {
			return false;
		}
		awaitTranscripts();
		return true;
	}

	private void awaitTranscripts() {
		this.stdout.awaitEnd();
		this.stderr.awaitEnd();
	}

	private AssertionError failure(String message, @Nullable Throwable cause) {
		String state = hasEnded() ? "ended" : "running";
		return new AssertionError(
				"%s (%s)%n--- stdout%n%s%n--- stderr%n%s".formatted(message, state, stdout(), stderr()), cause);
	}

	private static IllegalStateException interrupted(InterruptedException ex) {
		Thread.currentThread().interrupt();
		return new IllegalStateException(ex);
	}

}
