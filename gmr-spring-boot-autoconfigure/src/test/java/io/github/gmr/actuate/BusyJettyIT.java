package io.github.gmr.actuate;

import java.util.Map;
import java.util.stream.Stream;

import io.github.gmr.content.Content;
import io.github.gmr.content.Text;
import io.github.gmr.content.Value;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the figures of Jetty are true, with Jetty on the class path.
 */
class BusyJettyIT {

	/**
	 * Tomcat is on the class path, too.
	 */
	private static final String JETTY = "--spring.autoconfigure.exclude=org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration";

	/**
	 * Two threads of Jetty's own, which deal with no requests.
	 */
	private static final String[] OWN_THREADS = { "--server.jetty.threads.acceptors=1",
			"--server.jetty.threads.selectors=1" };

	@Test
	void figuresWhenRequestsRunTellThem() throws Exception {
		try (BusyServer server = jetty(3, "--server.jetty.threads.max=20")) {
			Map<String, Content> figures = server.figures();
			assertThat(figures).containsEntry("kind", new Text("Jetty"))
				.containsEntry("port", new Value(server.port()))
				.containsEntry("busy threads", new Value(3L))
				.containsEntry("max threads", new Value(18L))
				.containsEntry("max connections", new Text("unknown"));
			assertThat(((Value) figures.get("connections")).value()).asInstanceOf(InstanceOfAssertFactories.LONG)
				.isGreaterThanOrEqualTo(3);
		}
	}

	@Test
	void findingsWhenAllThreadsWaitSaySo() throws Exception {
		try (BusyServer server = jetty(6, "--server.jetty.threads.max=10", "--gmr.section.web.stuck-after=0s")) {
			assertThat(server.findings()).contains("6 of 8 request threads stand at", "BusyServer$Shop.blocking");
		}
	}

	private static BusyServer jetty(int requests, String... arguments) {
		return BusyServer.blocking(requests,
				Stream.of(new String[] { JETTY }, OWN_THREADS, arguments).flatMap(Stream::of).toArray(String[]::new));
	}

}
