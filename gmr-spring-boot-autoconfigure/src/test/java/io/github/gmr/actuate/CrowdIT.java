package io.github.gmr.actuate;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
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

	private static final int CALLERS = SmallServer.THREADS;

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
		Vitals before = settled();
		askAtOnce(8);
		// The server learns by and by that its clients have gone
		await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> this.server.vitals().isNoWorseThan(before));
	}

	/**
	 * Wait until the server has learnt that its clients have gone, which it does by and
	 * by: they would hide what is left of reports.
	 */
	private Vitals settled() {
		AtomicReference<Vitals> last = new AtomicReference<>(this.server.vitals());
		await().pollDelay(Duration.ofSeconds(2))
			.pollInterval(Duration.ofSeconds(2))
			.atMost(Duration.ofSeconds(60))
			.until(() -> {
				Vitals now = this.server.vitals();
				return last.getAndSet(now).descriptors() <= now.descriptors();
			});
		return last.get();
	}

	private void askAtOnce(int rounds) throws IOException {
		for (int i = 0; i < rounds; i++) {
			List<String> answers = askAtOnce(Collections.nCopies(CALLERS, "/actuator/gmr"));
			assertThat(answers).allSatisfy((answer) -> assertThat(answer).startsWith("HTTP/1.1 200")
				.contains("\"idle-1999\"")
				.endsWith("End of Guru Meditation                     ====\n" + "=".repeat(72) + "\n"));
			assertThat(answers.stream().map(CrowdIT::sequence).distinct()).as("reports made").hasSizeBetween(1, 2);
		}
	}

	@Test
	void serverAnswersParallelRequestsAboutSections() throws IOException {
		List<String> sections = List.of("threads", "memory", "configuration", "findings");
		List<String> answers = askAtOnce(IntStream.range(0, CALLERS)
			.mapToObj((i) -> "/actuator/gmr/" + sections.get(i % sections.size()))
			.toList());
		for (int i = 0; i < CALLERS; i++) {
			assertThat(answers.get(i)).startsWith("HTTP/1.1 200");
			String body = answers.get(i).split("\r\n\r\n", 2)[1];
			assertThat(body.lines().skip(1).findFirst().orElseThrow())
				.containsIgnoringCase(sections.get(i % sections.size()));
		}
	}

	/**
	 * Send requests from connections that are there already, before the first answer is
	 * read, and leave none of them open.
	 */
	private List<String> askAtOnce(List<String> paths) throws IOException {
		List<SlowReader> callers = new ArrayList<>();
		List<String> answers = new ArrayList<>();
		try {
			for (int i = 0; i < paths.size(); i++) {
				callers.add(this.server.connect());
			}
			for (int i = 0; i < paths.size(); i++) {
				callers.get(i).ask(paths.get(i));
			}
			for (SlowReader caller : callers) {
				answers.add(caller.readAll());
			}
			return answers;
		}
		finally {
			for (SlowReader caller : callers) {
				caller.close();
			}
		}
	}

	private static String sequence(String answer) {
		return answer.lines().filter((line) -> line.startsWith("sequence = ")).findFirst().orElseThrow();
	}

}
