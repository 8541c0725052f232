package io.github.gmr.demo;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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

	@BeforeAll
	static void start() {
		demo = Demo.start(Demo.builder()
			.jvm("-Xmx256m")
			.arguments("--gmr.report.min-interval=0s", "--gmr.section.web.request-threshold=2s"));
	}

	@AfterAll
	static void end() {
		demo.close();
	}

	@Test
	void reportWhenThreadsAreDeadlockedNamesThem() {
		assertThat(demo.post("/sickness/deadlock").statusCode()).isEqualTo(204);
		awaitVerdict("CRITICAL: Deadlock of ", "\"stock-keeper\"", "\"book-keeper\"");
		assertThat(demo.delete("/sickness/deadlock").statusCode()).isEqualTo(204);
		awaitHealth("Deadlock");
	}

	@Test
	void reportWhenAllConnectionsAreTakenNamesPool() {
		assertThat(demo.post("/sickness/connections").statusCode()).isEqualTo(204);
		awaitVerdict("CRITICAL: The connection pool of dataSource is exhausted: 10 of 10 connections are in use, ",
				" wait for one (see Threads, raised by Data Sources)");
		assertThat(demo.patient().report().text()).contains("io.github.gmr.demo.TakenConnections.takeConnection");
		demo.delete("/sickness/connections");
		awaitHealth("exhausted");
	}

	@Test
	void reportWhenRequestsAreStuckNamesThemAndTheirPlace() {
		List<CompletableFuture<HttpResponse<String>>> stuck = IntStream.range(0, 5)
			.mapToObj((i) -> CompletableFuture.supplyAsync(() -> demo.post("/sickness/requests?token=tulip-9")))
			.toList();
		awaitVerdict("WARNING: POST /sickness/requests runs for ", "at io.github.gmr.demo.StuckRequests.begin(",
				"2 more run for longer than 2000 ms");
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
	void sicknessWhenUnknownIsNotFoundAndOthersAreNamed() {
		assertThat(demo.post("/sickness/boredom").statusCode()).isEqualTo(404);
		assertThat(demo.delete("/sickness/boredom").statusCode()).isEqualTo(404);
		assertThat(demo.get("/sickness").body()).isEqualTo("[\"connections\",\"deadlock\",\"heap\",\"requests\"]");
	}

	private static void awaitVerdict(String... words) {
		Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
			TextReport report = demo.patient().report();
			assertThat(String.join("\n", report.text().lines().limit(FIRST_LINES).toList())).contains(words);
		});
	}

	private static void awaitHealth(String verdict) {
		Awaitility.await()
			.atMost(PATIENCE)
			.untilAsserted(
					() -> assertThat(demo.patient().report().section("Findings")).isNotBlank().doesNotContain(verdict));
	}

}
