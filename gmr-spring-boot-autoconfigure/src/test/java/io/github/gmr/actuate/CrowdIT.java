package io.github.gmr.actuate;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.github.gmr.process.Vitals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Lets many ask servers that have many threads and little heap.
 */
@ParameterizedClass
@MethodSource("servers")
class CrowdIT {

	private static final int CALLERS = 20;

	@Parameter
	private SmallServer server;

	static Stream<SmallServer> servers() {
		return SmallServer.startEach("--crowd.threads=2000", "--crowd.pause=500ms");
	}

	/**
	 * What were left of each answer, or of each report, would add up.
	 */
	@Test
	void serverAnswersParallelRequestsAboutManyThreads() throws Exception {
		askAtOnce(3);
		Vitals before = this.server.vitals();
		askAtOnce(8);
		// The server learns by and by that its clients have gone
		await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> this.server.vitals().isNoWorseThan(before));
	}

	private void askAtOnce(int rounds) throws IOException {
		for (int i = 0; i < rounds; i++) {
			askAtOnce();
		}
	}

	/**
	 * Send 20 requests from connections that are there already, before the first answer
	 * is read.
	 */
	private void askAtOnce() throws IOException {
		List<SlowReader> callers = new ArrayList<>();
		try {
			for (int i = 0; i < CALLERS; i++) {
				callers.add(this.server.connect());
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

	@Test
	void serverAnswersParallelRequestsAboutSections() {
		List<String> sections = List.of("threads", "memory", "configuration", "findings");
		List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
		for (int i = 0; i < CALLERS; i++) {
			answers.add(this.server.get("/actuator/gmr/" + sections.get(i % sections.size())));
		}
		for (int i = 0; i < CALLERS; i++) {
			HttpResponse<String> answer = answers.get(i).join();
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(answer.body().lines().skip(1).findFirst().orElseThrow())
				.containsIgnoringCase(sections.get(i % sections.size()));
		}
	}

	private static String sequence(String answer) {
		return answer.lines().filter((line) -> line.startsWith("sequence = ")).findFirst().orElseThrow();
	}

}
