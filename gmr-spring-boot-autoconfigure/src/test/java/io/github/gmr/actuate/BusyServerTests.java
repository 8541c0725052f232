package io.github.gmr.actuate;

import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.github.gmr.content.Content;
import io.github.gmr.content.Text;
import io.github.gmr.content.Value;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests that the figures of Tomcat and Netty are true.
 */
class BusyServerTests {

	@Test
	void figuresWhenRequestsRunOnTomcatTellThem() throws Exception {
		try (BusyServer server = BusyServer.blocking(3, "--server.tomcat.threads.max=7",
				"--server.tomcat.max-connections=77")) {
			Map<String, Content> figures = server.figures();
			assertThat(figures).containsEntry("kind", new Text("Tomcat"))
				.containsEntry("port", new Value(server.port()))
				.containsEntry("busy threads", new Value(3L))
				.containsEntry("max threads", new Value(7L))
				.containsEntry("max connections", new Value(77L));
			assertThat(((Value) figures.get("connections")).value()).asInstanceOf(InstanceOfAssertFactories.LONG)
				.isGreaterThanOrEqualTo(3);
		}
	}

	@Test
	void figuresWhenRequestsRunOnNettyTellWhatItKnows() throws Exception {
		try (BusyServer server = BusyServer.reactive(3)) {
			assertThat(server.figures()).containsEntry("kind", new Text("Netty"))
				.containsEntry("port", new Value(server.port()))
				.containsEntry("busy threads", new Text("unknown"))
				.containsEntry("max threads", new Text("unknown"))
				.containsEntry("connections", new Text("unknown"))
				.containsEntry("max connections", new Text("unknown"));
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "MVC", "WEBFLUX" })
	void findingsWhenEventsAreStreamedForLongHarmNobody(WebServerKind kind) throws Exception {
		try (BusyServer server = BusyServer.streaming(kind, 3, "--gmr.section.web.request-threshold=1ms",
				"--gmr.section.memory.enabled=false")) {
			await().atMost(30, TimeUnit.SECONDS)
				.untilAsserted(() -> assertThat(server.findings()).contains("severity=INFO", "GET /stream")
					.doesNotContain("WARNING", "CRITICAL"));
		}
	}

	@Test
	void findingsWhenReactiveRequestsAreNotAnsweredForLongWarn() throws Exception {
		try (BusyServer server = BusyServer.reactive(3, "--gmr.section.web.request-threshold=1ms")) {
			assertThat(server.findings()).contains("severity=WARNING", "GET /reactive");
		}
	}

	@Test
	void findingsWhenAllThreadsOfTomcatWaitSaySo() throws Exception {
		try (BusyServer server = BusyServer.blocking(4, "--server.tomcat.threads.max=4",
				"--gmr.section.web.stuck-after=0s")) {
			assertThat(server.findings()).contains("4 of 4 request threads stand at", "BusyServer$Shop.blocking");
		}
	}

}
