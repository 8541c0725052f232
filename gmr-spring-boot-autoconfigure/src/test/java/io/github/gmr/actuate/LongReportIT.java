package io.github.gmr.actuate;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.gmr.process.Vitals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Asks servers that have a long report and little heap.
 */
@ParameterizedClass
@MethodSource("servers")
class LongReportIT {

	private static final int MEGABYTE = 1024 * 1024;

	private static final int READERS = 8;

	@Parameter
	private SmallServer server;

	static Stream<SmallServer> servers() {
		return SmallServer.startEach("--crowd.megabytes=19");
	}

	@Test
	void serverServesLongReportInEachFormatAndForgetsWhoGoesAway() throws Exception {
		for (String format : List.of("text/plain", "application/json", "application/xml", "text/html")) {
			abort(format);
			HttpResponse<Long> response = this.server.getReport(format, counting());
			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(response.body()).as(format).isBetween(18L * MEGABYTE, 20L * MEGABYTE);
		}
		assertThat(this.server.complaints()).isEmpty();
	}

	@Test
	void serverAnswersOthersWhileManyReadSlowlyAndGoAway() throws Exception {
		readSlowly();
		Vitals before = this.server.vitals();
		readSlowly();
		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> this.server.vitals().isNoWorseThan(before));
		assertThat(this.server.complaints()).isEmpty();
	}

	/**
	 * Ask one after the other, so that none shares the report of another, read 1 kB now
	 * and then, and go away in the middle.
	 */
	private void readSlowly() throws Exception {
		List<SlowReader> readers = new ArrayList<>();
		try {
			for (int i = 0; i < READERS; i++) {
				readers.add(this.server.connect().ask("/actuator/gmr"));
				assertThat(readers.get(i).read(1024)).startsWith((i < 2) ? "HTTP/1.1 200" : "HTTP/1.1 503");
			}
			for (int second = 0; second < 3; second++) {
				assertThat(readers.get(0).read(1024)).hasSize(1024);
				assertThat(this.server.status("/actuator/health")).isEqualTo(200);
				assertThat(this.server.status("/actuator/gmr/threads")).isEqualTo(200);
			}
			this.server.patient().reportOf(() -> this.server.patient().signal("USR1"));
		}
		finally {
			for (SlowReader reader : readers) {
				reader.close();
			}
		}
		await().atMost(Duration.ofSeconds(30)).until(() -> this.server.status("/actuator/gmr") == 200);
	}

	private void abort(String format) throws IOException, InterruptedException {
		try (InputStream body = this.server.getReport(format, BodyHandlers.ofInputStream()).body()) {
			assertThat(body.readNBytes(1000)).hasSize(1000);
		}
	}

	private static BodyHandler<Long> counting() {
		return (info) -> HttpResponse.BodySubscribers.mapping(HttpResponse.BodySubscribers.ofByteArray(),
				(bytes) -> (long) bytes.length);
	}

}
