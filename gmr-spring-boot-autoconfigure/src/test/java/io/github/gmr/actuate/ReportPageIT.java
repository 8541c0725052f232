package io.github.gmr.actuate;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import io.github.gmr.actuate.Browser.Page;
import io.github.gmr.content.Content;
import io.github.gmr.section.ReportSection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Opens the page in a browser. Skipped where no Chromium is installed.
 */
class ReportPageIT {

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	private Path directory;

	private Browser browser;

	@BeforeEach
	void findBrowser() {
		Optional<Path> program = Browser.find();
		assumeTrue(program.isPresent(), "No Chromium is installed, so the page is not tested in a browser");
		this.browser = new Browser(program.orElseThrow(), this.directory);
	}

	@Test
	void pageOfEndpointShowsSectionsAndFoldedStacks() throws Exception {
		try (WebServer server = WebServer.start(WebServerKind.MVC, Application.class)) {
			Page page = this.browser.open(server.uri("/actuator/gmr"));
			assertThat(page.dom()).contains(">Threads</h2>", ">Processes</h2>", ">Order &lt;b&gt; Queue</h2>",
					"<details class=\"group\"><summary>", "<title>java.lang.Thread.run: ",
					"jdk.internal.misc.Unsafe.park(", ">heap in use</td>", "<title>heap in use, last ",
					"<path class=\"line\" d=\"M", "End of Guru Meditation");
			assertThat(page.dom()).doesNotContain("<b> Queue", "<script");
			assertThat(page.consoleMessages()).isEmpty();
		}
	}

	@Test
	void consoleMessagesWhenPolicyIsBrokenTellSo() throws Exception {
		Path page = Files.writeString(this.directory.resolve("page.html"), """
				<!DOCTYPE html><html><head>
				<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
				</head><body><script>document.title = "broken"</script></body></html>
				""");
		assertThat(this.browser.open(URI.create("file://" + page)).consoleMessages()).isNotEmpty();
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
	static class Application {

		@Bean
		ReportSection orderQueue() {
			return ReportSection.titled("Order <b> Queue", () -> Content.fields((fields) -> fields.add("depth", 3)));
		}

	}

}
