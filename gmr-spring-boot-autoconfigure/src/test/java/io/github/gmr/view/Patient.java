package io.github.gmr.view;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A {@link ThreadPatient} in a process of its own.
 */
final class Patient implements AutoCloseable {

	private static final Path TOOLS = Path.of(System.getProperty("java.home"), "bin");

	private final Process process;

	private final BufferedReader in;

	private final Writer out;

	Patient(String state, String... options) throws IOException {
		List<String> command = new ArrayList<>(List.of(TOOLS.resolve("java").toString()));
		command.addAll(List.of(options));
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), ThreadPatient.class.getName(), state));
		this.process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		this.in = new BufferedReader(new InputStreamReader(this.process.getInputStream(), StandardCharsets.UTF_8));
		this.out = this.process.outputWriter(StandardCharsets.UTF_8);
		readTo(ThreadPatient.READY);
	}

	String ask(String section) throws IOException {
		this.out.write(section + "\n");
		this.out.flush();
		return readTo(ThreadPatient.END);
	}

	String jcmd(String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of(TOOLS.resolve("jcmd").toString()));
		command.add(Long.toString(this.process.pid()));
		command.addAll(List.of(arguments));
		Process jcmd = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		String answer = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(jcmd.waitFor()).isZero();
		return answer;
	}

	private String readTo(String end) throws IOException {
		StringBuilder text = new StringBuilder();
		for (String line = this.in.readLine(); !end.equals(line); line = this.in.readLine()) {
			assertThat(line).as("output of the patient").isNotNull();
			text.append(line).append('\n');
		}
		return text.toString();
	}

	@Override
	public void close() throws InterruptedException {
		this.process.destroyForcibly();
		this.process.waitFor();
	}

}
