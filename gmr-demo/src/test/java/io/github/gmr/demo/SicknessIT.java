package io.github.gmr.demo;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import io.github.gmr.process.TextReport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Makes the demo sick in each of its ways, and looks for the verdict in the first lines
 * of its report.
 */
@Timeout(120)
class SicknessIT {

	private static final int FIRST_LINES = 25;

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static Demo demo;

	/**
	 * The section of the demo itself waits for a connection when all are taken, so it is
	 * not waited for as long as elsewhere.
	 */
	@BeforeAll
	static void start() {
		demo = Demo.start(Demo.builder()
			.jvm("-Xmx256m")
			.arguments("--gmr.report.min-interval=0s", "--gmr.report.section-timeout=3s",
					"--gmr.section.web.request-threshold=2s"));
	}

	@AfterAll
	static void end() {
		demo.close();
	}

	@Test
	void reportWhenThreadsAreDeadlockedNamesThem() {
		assertThat(demo.post("/sickness/deadlock").statusCode()).isEqualTo(204);
		awaitVerdict("CRITICAL: Deadlock of ", "\"stock-keeper\"", "\"book-keeper\"",
				" at io.github.gmr.demo.Deadlock.");
		assertThat(demo.delete("/sickness/deadlock").statusCode()).isEqualTo(204);
		awaitHealth("Deadlock");
	}

	@Test
	void reportWhenAllConnectionsAreTakenNamesPool() {
		assertThat(demo.post("/sickness/connections").statusCode()).isEqualTo(204);
		awaitVerdict("CRITICAL: The connection pool of dataSource is exhausted: 10 of 10 connections are in use, ",
				" wait for one; wanted at io.github.gmr.demo.TakenConnections.takeConnection(TakenConnections.java:",
				" (2 of 2 threads); maybe held at io.github.gmr.demo.TakenConnections.takeConnection(",
				" (10 of 10 threads) (see Threads, raised by Data Sources) [pool-exhausted]");
		demo.delete("/sickness/connections");
		awaitHealth("exhausted");
	}

	@Test
	void reportWhenRequestsWaitForConnectionsNamesTheirPlaceWhateverTheirThreads() {
		assertThat(demo.post("/sickness/connections").statusCode()).isEqualTo(204);
		List<CompletableFuture<HttpResponse<String>>> waiting = times(10, () -> demo.get("/orders"));
		awaitVerdict("CRITICAL: The connection pool of dataSource is exhausted: ",
				"; wanted at io.github.gmr.demo.OrderStore.latest(OrderStore.java:", " (10 of ");
		demo.delete("/sickness/connections");
		waiting.forEach(CompletableFuture::join);
		awaitHealth("exhausted");
	}

	@Test
	void reportWhenRequestsAreStuckNamesThemAndTheirPlace() {
		List<CompletableFuture<HttpResponse<String>>> stuck = times(5,
				() -> demo.post("/sickness/requests?token=tulip-9"));
		awaitVerdict("WARNING: 5 of ",
				" running requests run for longer than 2000 ms, at io.github.gmr.demo.StuckRequests.begin(",
				": POST /sickness/requests runs for ");
		assertThat(demo.patient().stderr()).doesNotContain("tulip-9");
		demo.delete("/sickness/requests");
		stuck.forEach(CompletableFuture::join);
		awaitHealth("runs for");
	}

	@Test
	void reportWhenHeapIsFullTellsHowFull() {
		assertThat(demo.post("/sickness/heap").statusCode()).isEqualTo(204);
		awaitVerdict("WARNING: The heap is nearly full: ", " MB are in use after the last collection");
		demo.delete("/sickness/heap");
		awaitHealth("The heap");
	}

	@Test
	void reportWhenMostRequestThreadsAreStuckSaysHowManyAndWhere() {
		try (Demo small = Demo.start(Demo.builder()
			.arguments("--gmr.report.min-interval=0s", "--spring.threads.virtual.enabled=false",
					"--server.tomcat.threads.max=8"))) {
			List<CompletableFuture<HttpResponse<String>>> stuck = times(6, () -> small.post("/sickness/requests"));
			awaitVerdict(small, "CRITICAL: 6 of 8 request threads stand at io.github.gmr.demo.StuckRequests.begin(");
			small.delete("/sickness/requests");
			stuck.forEach(CompletableFuture::join);
			awaitHealth(small, "request threads");
		}
	}

	@Test
	void sicknessWhenUnknownIsNotFoundAndOthersAreNamed() {
		assertThat(demo.post("/sickness/boredom").statusCode()).isEqualTo(404);
		assertThat(demo.delete("/sickness/boredom").statusCode()).isEqualTo(404);
		assertThat(demo.get("/sickness").body()).isEqualTo("[\"connections\",\"deadlock\",\"heap\",\"requests\"]");
	}

	private static List<CompletableFuture<HttpResponse<String>>> times(int times, Supplier<HttpResponse<String>> call) {
		return IntStream.range(0, times)
			.mapToObj((i) -> CompletableFuture.supplyAsync(call, (task) -> new Thread(task).start()))
			.toList();
	}

	private static void awaitVerdict(String... words) {
		awaitVerdict(demo, words);
	}

	private static void awaitVerdict(Demo patient, String... words) {
		Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
			TextReport report = patient.patient().report();
			assertThat(String.join("\n", report.text().lines().limit(FIRST_LINES).toList())).contains(words);
		});
	}

	private static void awaitHealth(String verdict) {
		awaitHealth(demo, verdict);
	}

	private static void awaitHealth(Demo patient, String verdict) {
		Awaitility.await()
			.atMost(PATIENCE)
			.untilAsserted(() -> assertThat(patient.patient().report().section("Findings")).isNotBlank()
				.doesNotContain(verdict));
	}

}
