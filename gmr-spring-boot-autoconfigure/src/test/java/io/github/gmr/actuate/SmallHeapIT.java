package io.github.gmr.actuate;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.github.gmr.process.ClassPath;
import io.github.gmr.process.Patient;
import io.github.gmr.process.Vitals;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import static org.assertj.core.api.Assertions.assertThat;

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
			Vitals after = Vitals.of(patient);
			after.isNoWorseThan(before);
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
	void serverServesLongReportAndForgetsWhoGoesAway(WebServerKind kind) throws Exception {
		try (Patient patient = start(kind, "--crowd.megabytes=19")) {
			for (int i = 0; i < 5; i++) {
				abort(patient);
			}
			HttpResponse<Long> response = this.client.send(request(patient), counting());
			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(response.body()).isBetween(18L * MEGABYTE, 20L * MEGABYTE);
		}
	}

	private void abort(Patient patient) throws IOException, InterruptedException {
		try (InputStream body = this.client.send(request(patient), BodyHandlers.ofInputStream()).body()) {
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

	private static HttpRequest request(Patient patient) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port(patient) + "/actuator/gmr")).build();
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
