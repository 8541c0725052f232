package io.github.gmr.sick;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.gmr.process.Patient;
import io.github.gmr.process.TextReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks servers for reports that are busy, or have no thread left to answer.
 */
class ServerIT {

	private static final String SERVES = "is managed at";

	/**
	 * Scenario R1: what is asked of the application meanwhile is answered.
	 */
	@Test
	void requestsWhileThousandSignalsComeAtOnceAreAnswered() {
		try (Patient patient = SickServer.patient().startUntil(SERVES)) {
			patient.report();
			Requests requests = Requests.to(patient);
			requests.during("/well", () -> patient.signals(1000, "WINCH"));
			List<Long> calm = requests.during("/well", () -> patient.signals(1000, "WINCH"));
			List<Long> flooded = requests.during("/well", () -> patient.signals(1000, "USR1"));
			patient.report();
			patient.tell("await-end-of-handlers");
			System.out.printf("99 %% of requests within %d ms while 1000 signals asked for reports, %d ms without%n",
					percentile(flooded), percentile(calm));
			assertThat(patient.reports()).hasSizeLessThan(20);
		}
	}

	/**
	 * Scenario R11: all threads for requests are stuck.
	 */
	@Test
	void reportsWhenNoThreadIsLeftForRequestsAreMadeByOtherWays(@TempDir Path directory) throws IOException {
		Path file = directory.resolve("touched");
		try (Patient patient = SickServer
			.patient("--gmr.touch-file.path=" + file, "--gmr.touch-file.poll-interval=50ms",
					"--gmr.report.min-interval=0")
			.startUntil(SERVES)) {
			List<CompletableFuture<HttpResponse<String>>> stuck = sendStuck(patient);
			CompletableFuture<HttpResponse<String>> waiting = Requests.to(patient).get("/actuator/gmr");
			assertThat(patient.report().section("Threads")).contains("SickServer$Ward.stuck");
			assertThat(patient.reportOf(() -> create(file)).head()).containsEntry("trigger", "touched file");
			patient.tell("invoke-jmx");
			assertThat(patient.stdout()).contains("answers: 1 whole\n");
			assertThat(waiting).isNotDone();
			patient.tell("go on");
			assertThat(TextReport.of(waiting.join().body()).head()).containsEntry("trigger", "HTTP GET");
			assertThat(stuck).allSatisfy((request) -> assertThat(request.join().body()).isEqualTo("well again"));
		}
	}

	/**
	 * Scenario R11, with a port that has threads of its own.
	 */
	@Test
	void reportWhenNoThreadIsLeftForRequestsIsServedAtManagementPort() {
		try (Patient patient = SickServer.patient("--management.server.port=0", "--management.server.address=127.0.0.1")
			.startUntil(SERVES)) {
			sendStuck(patient);
			CompletableFuture<HttpResponse<String>> waiting = Requests.to(patient).get("/well");
			TextReport report = TextReport.of(Requests.toManagementOf(patient).get("/actuator/gmr").join().body());
			assertThat(report.section("Threads")).contains("SickServer$Ward.stuck");
			assertThat(waiting).isNotDone();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "text", "json", "xml", "html" })
	void reportWhenValuesAreHiddenShowsNoneWhereverItStands(String format, @TempDir Path directory) {
		Path reports = directory.resolve("reports-of-shop");
		try (Patient patient = SickServer
			.patient("--acme.greeting=good-morning", "evening", "--gmr.sink.file.directory=" + reports,
					"--gmr.sink.stderr.enabled=true")
			.jvm("-Dacme.color=blue-green")
			.startUntil(SERVES)) {
			String report = Requests.to(patient).get("/actuator/gmr?format=" + format).join().body();
			assertThat(report).contains("--acme.greeting=******", "-Dacme.color=******", "reports (not there yet)")
				.doesNotContain("good-morning", "evening", "blue-green", "reports-of-shop");
			assertThat(patient.report().text()).contains("--acme.greeting=good-morning", "-Dacme.color=blue-green",
					reports.toString());
		}
	}

	/**
	 * Scenario R32.
	 */
	@Test
	void reportsOfEveryFormatAskedForAtOnceAreSharedOrPutOff() {
		try (Patient patient = SickServer.patient().jvm("-Xmx128m").startUntil(SERVES)) {
			Requests requests = Requests.to(patient);
			List<CompletableFuture<HttpResponse<String>>> answers = Stream.of("text", "json", "xml", "html")
				.flatMap((format) -> Collections.nCopies(50, format).stream())
				.map((format) -> requests.get("/actuator/gmr?format=" + format))
				.toList();
			assertThat(answers).extracting(ServerIT::status)
				.allMatch((status) -> status == 200 || status == 503)
				.contains(200);
			assertThat(Integer.parseInt(patient.report().head().get("sequence"))).isLessThan(100);
		}
	}

	/**
	 * Scenario R33: nobody reads what all threads for requests write.
	 */
	@Test
	void reportsWhenNobodyReadsThemHoldNoOtherUp() throws IOException {
		List<Socket> readers = new ArrayList<>();
		try (Patient patient = SickServer.patient("--sick.large=true").startUntil(SERVES)) {
			Requests requests = Requests.to(patient);
			for (int i = 0; i < 2 * SickServer.THREADS; i++) {
				readers.add(requests.ask("/actuator/gmr"));
			}
			patient.tell("await-writers");
			assertThat(patient.report().titles()).contains("Threads", "Is Large");
			for (Socket reader : readers) {
				reader.close();
			}
			assertThat(requests.get("/well").join().body()).isEqualTo("well");
			assertThat(requests.get("/actuator/gmr").join().body()).contains("End of Guru Meditation");
			assertThat(patient.stdout()).doesNotContain("Exception");
		}
	}

	/**
	 * Scenario R34.
	 */
	@Test
	void requestsThatAreOddFailAsOddRequestsDo() {
		try (Patient patient = SickServer.patient().startUntil(SERVES)) {
			Requests requests = Requests.to(patient);
			assertThat(status(requests.get("/actuator/gmr?a=%3Cscript%3E&b&c=" + "x".repeat(5000)))).isEqualTo(200);
			assertThat(status(requests.get("/actuator/gmr?a=%ff%00"))).isEqualTo(400);
			assertThat(status(requests.get("/actuator/gmr?a=" + "x".repeat(20_000)))).isEqualTo(400);
			assertThat(status(requests.send("HEAD", "/actuator/gmr"))).isEqualTo(200);
			for (String method : List.of("PUT", "PATCH", "DELETE")) {
				assertThat(status(requests.send(method, "/actuator/gmr"))).isEqualTo(405);
			}
			assertThat(requests.get("/well").join().body()).isEqualTo("well");
		}
	}

	private static int status(CompletableFuture<HttpResponse<String>> answer) {
		return answer.join().statusCode();
	}

	private static List<CompletableFuture<HttpResponse<String>>> sendStuck(Patient patient) {
		Requests requests = Requests.to(patient);
		List<CompletableFuture<HttpResponse<String>>> stuck = IntStream.range(0, SickServer.THREADS)
			.mapToObj((i) -> requests.get("/stuck"))
			.toList();
		patient.tell("await-stuck");
		return stuck;
	}

	private static long percentile(List<Long> sorted) {
		return sorted.get(sorted.size() * 99 / 100);
	}

	private static void create(Path file) {
		try {
			Files.createFile(file);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

}
