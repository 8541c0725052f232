package io.github.gmr.demo;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Has Prometheus scrape the demo, by the rules of the documentation. Skipped where there
 * is no {@code prometheus} on the path.
 */
@Timeout(180)
class PrometheusIT {

	private static final Path RULES = Path.of("../docs/alerts/gmr.rules.yml").toAbsolutePath().normalize();

	@TempDir
	private Path directory;

	@BeforeAll
	static void isThere() throws Exception {
		assumeTrue(isInstalled(), "prometheus is not installed, so that no alert can be tried");
	}

	private static boolean isInstalled() throws InterruptedException {
		try {
			return new ProcessBuilder("prometheus", "--version").redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor(30, TimeUnit.SECONDS);
		}
		catch (IOException ex) {
			return false;
		}
	}

	@Test
	void alertFiresWhenDemoIsSickAndEndsWhenItIsWell() throws Exception {
		try (Demo demo = Demo.start(Demo.builder().arguments("--gmr.report.min-interval=0s"))) {
			int port = freePort();
			Process prometheus = prometheus(demo.port(), port);
			try {
				demo.get("/actuator/gmr/findings");
				patiently().until(() -> value(port, "gmr_finding%7Bid=%22threads-deadlocked%22%7D").contains("\"0\""));
				assertThat(demo.post("/sickness/deadlock").statusCode()).isEqualTo(204);
				patiently().until(() -> {
					demo.get("/actuator/gmr/findings");
					return alerts(port)
						.matches("(?s).*GuruMeditationCritical[^}]*\"severity\":\"critical\".*\"firing\".*");
				});
				assertThat(value(port, "gmr_finding%7Bid=%22threads-deadlocked%22%7D")).contains("\"1\"");
				assertThat(demo.delete("/sickness/deadlock").statusCode()).isEqualTo(204);
				patiently().until(() -> {
					demo.get("/actuator/gmr/findings");
					return !alerts(port).contains("GuruMeditationCritical");
				});
			}
			finally {
				prometheus.destroy();
				assertThat(prometheus.waitFor(30, TimeUnit.SECONDS)).isTrue();
			}
		}
	}

	private static ConditionFactory patiently() {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.pollInterval(Duration.ofMillis(500))
			.ignoreExceptions();
	}

	private Process prometheus(int demo, int port) throws IOException {
		Path configuration = Files.writeString(this.directory.resolve("prometheus.yml"), """
				global:
				  scrape_interval: 1s
				  evaluation_interval: 1s
				rule_files:
				  - %s
				scrape_configs:
				  - job_name: demo
				    metrics_path: /actuator/prometheus
				    static_configs:
				      - targets: ["127.0.0.1:%d"]
				""".formatted(RULES, demo));
		return new ProcessBuilder("prometheus", "--config.file=" + configuration,
				"--storage.tsdb.path=" + this.directory.resolve("data"), "--web.listen-address=127.0.0.1:" + port)
			.redirectErrorStream(true)
			.redirectOutput(this.directory.resolve("prometheus.log").toFile())
			.start();
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private static String alerts(int port) throws IOException, InterruptedException {
		return get(port, "/api/v1/alerts");
	}

	private static String value(int port, String query) throws IOException, InterruptedException {
		return get(port, "/api/v1/query?query=" + query);
	}

	private static String get(int port, String path) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
			.timeout(Duration.ofSeconds(5))
			.build();
		return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
	}

}
