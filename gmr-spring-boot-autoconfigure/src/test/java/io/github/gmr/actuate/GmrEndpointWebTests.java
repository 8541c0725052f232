package io.github.gmr.actuate;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

import io.github.gmr.content.Content;
import io.github.gmr.content.Setting;
import io.github.gmr.content.Settings;
import io.github.gmr.section.ReportSection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GmrEndpoint} and {@link GmrEndpointWebExtension} over HTTP.
 */
class GmrEndpointWebTests {

	private static final String BAR = "=".repeat(72) + "\n";

	private static final String END = BAR + "====                     End of Guru Meditation                     ====\n"
			+ BAR;

	private static Server shared;

	@BeforeAll
	static void start() {
		shared = Server.start();
	}

	@AfterAll
	static void stop() {
		shared.close();
	}

	@Test
	void reportIsWholeText() throws Exception {
		HttpResponse<String> response = shared.get("/actuator/gmr");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type")).contains("text/plain;charset=UTF-8");
		assertThat(response.body())
			.startsWith(BAR + "====                        Guru Meditation                         ====\n")
			.contains("\ntrigger = HTTP GET\n", "\napplication = web-test\n", "Package", "\ndepth = 3\n",
					"WARNING: 3 orders wait")
			.endsWith(END);
	}

	@ParameterizedTest
	@ValueSource(strings = { "*/*", "text/plain", "text/plain;q=0.5, image/png" })
	void reportWhenTextIsAcceptableIsText(String accept) throws Exception {
		HttpResponse<String> response = shared.send("GET", "/actuator/gmr", accept);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type")).contains("text/plain;charset=UTF-8");
	}

	@Test
	void reportWhenItsMediaTypeIsUnknownIsNotAcceptable() throws Exception {
		assertThat(shared.send("GET", "/actuator/gmr", "image/png").statusCode()).isEqualTo(406);
	}

	@Test
	void sectionIsAlone() throws Exception {
		HttpResponse<String> response = shared.get("/actuator/gmr/order-queue");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type")).contains("text/plain;charset=UTF-8");
		assertThat(response.body())
			.isEqualTo(BAR + "====                          Order Queue                           ====\n" + BAR + """
					depth = 3
					finding = WARNING: 3 orders wait
					""");
	}

	@Test
	void sectionWhenFindingsAreAskedForTellsThoseOfAllSections() throws Exception {
		assertThat(shared.get("/actuator/gmr/findings").body())
			.startsWith(BAR + "====                            Findings                            ====\n" + BAR)
			.contains("WARNING: 3 orders wait (see Order Queue)\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "unknown", "<script>", "%2e%2e%2fetc" })
	void sectionWhenUnknownIsNotFoundAndTellsNamesOnly(String name) throws Exception {
		HttpResponse<String> response = shared.get("/actuator/gmr/" + name.replace("<", "%3C").replace(">", "%3E"));
		assertThat(response.body()).doesNotContain(name);
		if (response.statusCode() != 400) {
			assertThat(response.statusCode()).isEqualTo(404);
			assertThat(response.headers().firstValue("Content-Type")).contains("text/plain;charset=UTF-8");
			assertThat(response.body()).isEqualTo("""
					There is no such section. The sections are:
					findings
					package
					threads
					green-threads
					processes
					configuration
					timeline
					runtime
					memory
					web
					waits
					running-work
					sockets
					executors
					disks
					availability
					metrics
					certificates
					log
					order-queue
					settings
					""");
		}
	}

	@Test
	void valuesAreHiddenUnlessShown() throws Exception {
		assertThat(shared.get("/actuator/gmr/settings").body()).contains("size = ******")
			.doesNotContain("forty-seven-eleven");
		assertThat(shared.get("/actuator/gmr").body()).doesNotContain("forty-seven-eleven");
	}

	@Test
	void valuesWhenAlwaysShownAreMaskedOnly() throws Exception {
		try (Server server = Server.start("--management.endpoint.gmr.show-values=always")) {
			assertThat(server.get("/actuator/gmr/settings").body())
				.contains("size = forty-seven-eleven", "password = ******")
				.doesNotContain("hunter2");
			assertThat(server.get("/actuator/gmr").body()).contains("forty-seven-eleven").doesNotContain("hunter2");
		}
	}

	@Test
	void valuesWhenShownToUsersAreHiddenFromOthers() throws Exception {
		try (Server server = Server.start("--management.endpoint.gmr.show-values=when-authorized")) {
			assertThat(server.get("/actuator/gmr/settings").body()).doesNotContain("forty-seven-eleven");
		}
	}

	@Test
	void headHasHeadersAndNoBody() throws Exception {
		HttpResponse<String> response = shared.send("HEAD", "/actuator/gmr/package", "*/*");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValueAsLong("Content-Length").orElse(0)).isPositive();
		assertThat(response.body()).isEmpty();
	}

	@Test
	void reportWhenNotExposedIsNotFound() throws Exception {
		try (Server server = Server.start("--management.endpoints.web.exposure.exclude=gmr")) {
			assertThat(server.get("/actuator/gmr").statusCode()).isEqualTo(404);
			assertThat(server.get("/actuator/health").statusCode()).isEqualTo(200);
		}
	}

	@Test
	void reportWhenAccessIsNoneIsNotFound() throws Exception {
		try (Server server = Server.start("--management.endpoint.gmr.access=none")) {
			assertThat(server.get("/actuator/gmr").statusCode()).isEqualTo(404);
		}
	}

	/**
	 * A started web application.
	 */
	private record Server(ConfigurableApplicationContext context, HttpClient client) implements AutoCloseable {

		static Server start(String... arguments) {
			String[] all = new String[arguments.length + 5];
			all[0] = "--server.port=0";
			all[1] = "--server.address=127.0.0.1";
			all[2] = "--spring.application.name=web-test";
			all[3] = "--spring.main.banner-mode=off";
			all[4] = "--management.endpoints.web.exposure.include=gmr,health";
			System.arraycopy(arguments, 0, all, 5, arguments.length);
			return new Server(SpringApplication.run(Application.class, all), HttpClient.newHttpClient());
		}

		HttpResponse<String> get(String path) throws IOException, InterruptedException {
			return send("GET", path, "*/*");
		}

		HttpResponse<String> send(String method, String path, String accept) throws IOException, InterruptedException {
			String port = this.context.getEnvironment().getProperty("local.server.port");
			return this.client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
				.header("Accept", accept)
				.method(method, BodyPublishers.noBody())
				.build(), BodyHandlers.ofString());
		}

		@Override
		public void close() {
			this.context.close();
		}

	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
	static class Application {

		@Bean
		ReportSection orderQueue() {
			return () -> Content.fields((fields) -> fields.add("depth", 3).add(Content.warning("%d orders wait", 3)));
		}

		@Bean
		ReportSection settings() {
			return () -> new Settings(List.of(Setting.of("pool.size", "forty-seven-eleven", null),
					Setting.of("pool.password", "hunter2", null)));
		}

	}

}
