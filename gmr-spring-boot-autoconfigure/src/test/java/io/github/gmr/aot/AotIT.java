package io.github.gmr.aot;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.github.gmr.process.Patient;
import io.github.gmr.process.TextReport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Gives keys to an application that was processed ahead of time when it starts. While it
 * was processed they said the opposite, so nothing can have been decided then.
 */
@EnabledOnOs(OS.LINUX)
class AotIT {

	private static final String[] EXPOSED = { "--server.port=0", "--server.address=127.0.0.1",
			"--management.endpoints.web.exposure.include=gmr", "--spring.jmx.enabled=true",
			"--management.endpoints.jmx.exposure.include=gmr" };

	@TempDir
	private static Path build;

	private static AheadOfTime application;

	@TempDir
	private Path directory;

	@BeforeAll
	static void process() throws IOException {
		application = AheadOfTime.process(AotApplication.class, build,
				arguments("--gmr.enabled=false", "--gmr.sink.file.enabled=false", "--gmr.section.web.enabled=false",
						"--gmr.section.memory.enabled=false"));
	}

	/**
	 * A process ignores what its parent does.
	 */
	@Test
	void processingLeavesTheSignalAlone() throws IOException {
		assertThat(application.output())
			.contains("USR1 is caught: false, ignored: " + AotApplication.isSet("SigIgn") + "\n");
	}

	@Test
	void keysThatAreGivenAtTheStartCount() throws Exception {
		try (Patient patient = start("--gmr.signal.name=WINCH", "--gmr.sink.file.directory=" + this.directory,
				"--gmr.section.executors.enabled=false", "--gmr.section.disks.enabled=false",
				"--gmr.section.health.enabled=true", "--gmr.section.log.enabled=true",
				"--gmr.section.class-histogram.enabled=true")) {
			patient.signal("WINCH");
			String location = patient.awaitStderr("Guru Meditation Report 1 is at (.*)").group(1);
			TextReport report = TextReport.allIn(Files.readString(Path.of(location))).get(0);
			assertThat(Path.of(location)).hasParent(this.directory);
			assertThat(report.titles())
				.contains("Package", "Web", "Memory", "Health", "Log", "Class Histogram", "Metrics", "Own")
				.doesNotContain("Executors", "Disks");
			HttpResponse<String> response = get(patient);
			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(TextReport.allIn(response.body()).get(0).titles()).isEqualTo(report.titles());
			patient.tell("look");
			assertThat(patient.stdout()).contains("\njmx: trigger = JMX\n");
			assertThat(patient.awaitStdout("(?m)^additions: (.*)$").group(1).split(", "))
				.contains("observation handler", "appender")
				.doesNotContain("rejection handler");
		}
	}

	@Test
	void reportsThatAreSwitchedOffAtTheStartAreOff() throws Exception {
		try (Patient patient = start("--gmr.enabled=false", "--gmr.sink.file.directory=" + this.directory,
				"--gmr.section.log.enabled=true")) {
			patient.signals(3, "USR1");
			assertThat(get(patient).statusCode()).isEqualTo(404);
			patient.tell("look");
			assertThat(patient.stdout()).containsOnlyOnce("Guru Meditation Reports are off ('gmr.enabled' is false)")
				.contains("\nsections: reports are off: 'gmr.enabled' is false\n", "\nthreads: \n", "\nadditions: \n",
						"\njmx: javax.management.InstanceNotFoundException: org.springframework.boot:type=Endpoint,name=Gmr\n");
			assertThat(this.directory).isEmptyDirectory();
		}
	}

	private static Patient start(String... arguments) {
		Patient patient = application.patient(arguments(arguments)).startUntil("serves at \\d+");
		assertThat(patient.stdout()).contains("AOT-processed AotApplication");
		return patient;
	}

	private static String[] arguments(String... arguments) {
		return Stream.of(List.of(EXPOSED), List.of(arguments)).flatMap(List::stream).toArray(String[]::new);
	}

	private static HttpResponse<String> get(Patient patient) throws IOException, InterruptedException {
		String port = patient.awaitStdout("serves at (\\d+)").group(1);
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/gmr")).build(),
					BodyHandlers.ofString());
	}

}
