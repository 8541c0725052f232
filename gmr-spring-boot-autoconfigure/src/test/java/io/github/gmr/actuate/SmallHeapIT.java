package io.github.gmr.actuate;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

import io.github.gmr.process.ClassPath;
import io.github.gmr.process.Patient;
import io.github.gmr.process.Vitals;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Asks servers with a heap of 128 MB for much.
 */
class SmallHeapIT {

	private static final int MEGABYTE = 1024 * 1024;

	private final HttpClient client = HttpClient.newHttpClient();

	@ParameterizedTest
	@EnumSource(mode = Mode.MATCH_NONE, names = ".*PORT")
	void serverAnswersParallelRequestsAboutManyThreads(WebServerKind kind) throws Exception {
		try (Patient patient = start(kind, "--crowd.threads=2000", "--crowd.pause=500ms")) {
			for (int i = 0; i < 3; i++) {
				askAtOnce(patient);
			}
			Vitals before = Vitals.of(patient);
			for (int i = 0; i < 20; i++) {
				askAtOnce(patient);
			}
			// The server learns by and by that its clients have gone
			await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> Vitals.of(patient).isNoWorseThan(before));
		}
	}

	/**
	 * Send 20 requests from connections that are there already, before the first answer
	 * is read.
	 */
	private static void askAtOnce(Patient patient) throws IOException {
		List<SlowReader> callers = new ArrayList<>();
		try {
			for (int i = 0; i < 20; i++) {
				callers.add(new SlowReader(port(patient)));
			}
			for (SlowReader caller : callers) {
				caller.ask("/actuator/gmr");
			}
			Set<String> sequences = new TreeSet<>();
			for (SlowReader caller : callers) {
				String answer = caller.readAll();
				assertThat(answer).startsWith("HTTP/1.1 200")
					.contains("\"idle-1999\"")
					.endsWith("End of Guru Meditation                     ====\n" + "=".repeat(72) + "\n");
				sequences.add(sequence(answer));
			}
			assertThat(sequences).as("reports made").hasSizeBetween(1, 2);
		}
		finally {
			for (SlowReader caller : callers) {
				caller.close();
			}
		}
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.MATCH_NONE, names = ".*PORT")
	void serverAnswersParallelRequestsAboutSections(WebServerKind kind) throws Exception {
		try (Patient patient = start(kind, "--crowd.threads=2000")) {
			List<String> sections = List.of("threads", "memory", "configuration", "findings");
			List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
			for (int i = 0; i < 20; i++) {
				URI uri = uri(patient, "/actuator/gmr/" + sections.get(i % sections.size()));
				answers.add(this.client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()));
			}
			for (int i = 0; i < 20; i++) {
				HttpResponse<String> answer = answers.get(i).join();
				assertThat(answer.statusCode()).isEqualTo(200);
				assertThat(answer.body().lines().skip(1).findFirst().orElseThrow())
					.containsIgnoringCase(sections.get(i % sections.size()));
			}
		}
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.MATCH_NONE, names = ".*PORT")
	void serverServesLongReportInEachFormatAndForgetsWhoGoesAway(WebServerKind kind) throws Exception {
		try (Patient patient = start(kind, "--crowd.megabytes=19")) {
			for (String format : List.of("text/plain", "application/json", "application/xml", "text/html")) {
				abort(patient, format);
				HttpResponse<Long> response = this.client.send(request(patient, format), counting());
				assertThat(response.statusCode()).isEqualTo(200);
				assertThat(response.body()).as(format).isBetween(18L * MEGABYTE, 20L * MEGABYTE);
			}
			assertThat(complaints(patient)).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.MATCH_NONE, names = ".*PORT")
	void serverAnswersOthersWhileManyReadSlowlyAndGoAway(WebServerKind kind) throws Exception {
		try (Patient patient = start(kind, "--crowd.megabytes=19")) {
			readSlowly(patient);
			Vitals before = Vitals.of(patient);
			readSlowly(patient);
			await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> Vitals.of(patient).isNoWorseThan(before));
			assertThat(complaints(patient)).isEmpty();
		}
	}

	/**
	 * Ask one after the other, so that none shares the report of another, read 1 kB now
	 * and then, and go away in the middle.
	 */
	private void readSlowly(Patient patient) throws Exception {
		List<SlowReader> readers = new ArrayList<>();
		try {
			for (int i = 0; i < 20; i++) {
				readers.add(new SlowReader(port(patient)).ask("/actuator/gmr"));
				assertThat(readers.get(i).read(1024)).startsWith((i < 2) ? "HTTP/1.1 200" : "HTTP/1.1 503");
			}
			for (int second = 0; second < 3; second++) {
				assertThat(readers.get(0).read(1024)).hasSize(1024);
				assertThat(status(patient, "/actuator/health")).isEqualTo(200);
				assertThat(status(patient, "/actuator/gmr/threads")).isEqualTo(200);
			}
			patient.reportOf(() -> patient.signal("USR1"));
		}
		finally {
			for (SlowReader reader : readers) {
				reader.close();
			}
		}
		await().atMost(Duration.ofSeconds(30)).until(() -> status(patient, "/actuator/gmr") == 200);
	}

	private int status(Patient patient, String path) throws IOException, InterruptedException {
		return this.client.send(HttpRequest.newBuilder(uri(patient, path)).build(), BodyHandlers.discarding())
			.statusCode();
	}

	/**
	 * Return what was logged, which is apart from reports on standard error.
	 */
	private static List<String> complaints(Patient patient) {
		return patient.stdout()
			.lines()
			.filter((line) -> line.matches(".*( WARN | ERROR |Exception|OutOfMemory).*"))
			.toList();
	}

	private void abort(Patient patient, String format) throws IOException, InterruptedException {
		try (InputStream body = this.client.send(request(patient, format), BodyHandlers.ofInputStream()).body()) {
			assertThat(body.readNBytes(1000)).hasSize(1000);
		}
	}

	private static BodyHandler<Long> counting() {
		return (info) -> HttpResponse.BodySubscribers.mapping(HttpResponse.BodySubscribers.ofByteArray(),
				(bytes) -> (long) bytes.length);
	}

	private static String sequence(String answer) {
		return answer.lines().filter((line) -> line.startsWith("sequence = ")).findFirst().orElseThrow();
	}

	private static HttpRequest request(Patient patient, String format) {
		return HttpRequest.newBuilder(uri(patient, "/actuator/gmr")).header("Accept", format).build();
	}

	private static URI uri(Patient patient, String path) {
		return URI.create("http://127.0.0.1:" + port(patient) + path);
	}

	private static int port(Patient patient) {
		return Integer.parseInt(patient.awaitStdout("serves at (\\d+)").group(1));
	}

	private static Patient start(WebServerKind kind, String... arguments) {
		return Patient.main(CrowdedApplication.class, ClassPath.ofTest())
			.jvm("-Xmx128m", "-Xss256k")
			.arguments(kind.arguments("--spring.main.web-application-type=" + kind.type(), "--gmr.report.timeout=60s",
					"--gmr.report.section-timeout=30s"))
			.arguments(arguments)
			.startUntil("serves at \\d+");
	}

}
