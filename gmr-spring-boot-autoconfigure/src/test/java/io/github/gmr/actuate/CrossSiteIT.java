package io.github.gmr.actuate;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.gmr.sink.ReportSink;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.OncePerRequestFilter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Opens pages in a browser that try to let reports be published. Skipped where no
 * Chromium is installed.
 */
class CrossSiteIT {

	/**
	 * All that a page can do without asking the server first, and a request with the
	 * header that only pages of the server itself can have.
	 */
	private static final List<String> ALL_WAYS = List.of("document.forms[0].submit()",
			"fetch(target, {method: 'POST', mode: 'no-cors', credentials: 'include'})",
			"fetch(target, {method: 'POST', mode: 'no-cors', body: 'a', headers: {Accept: 'application/json'}})",
			"navigator.sendBeacon(target)",
			"fetch(target, {method: 'POST', headers: {'X-Requested-With': 'fetch'}}).catch(() => {})");

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	private Path directory;

	private Browser browser;

	private WebServer server;

	@BeforeEach
	void start() {
		Optional<Path> program = Browser.find();
		assumeTrue(program.isPresent(), "No Chromium is installed, so no pages of other sites are tested");
		this.browser = new Browser(program.orElseThrow(), this.directory);
		this.server = WebServer.start(WebServerKind.MVC, Application.class, "--gmr.sink.stderr.enabled=false",
				"--gmr.report.min-interval=0");
	}

	@AfterEach
	void stop() {
		if (this.server != null) {
			this.server.close();
		}
	}

	/**
	 * What browsers send of where a request comes from depends on the names of both:
	 * {@code Sec-Fetch-Site} only to names of this machine.
	 */
	@ParameterizedTest
	@CsvSource({ "localhost, 127.0.0.1, cross-site", "www.shop.localhost, shop.localhost, same-site",
			"evil.example, shop.example, " })
	void pageOfAnotherSiteCanPublishNothing(String page, String shop, @Nullable String site) throws Exception {
		List<Request> requests = open(page, shop);
		assertThat(requests).filteredOn((request) -> request.method().equals("POST"))
			.hasSize(4)
			.allSatisfy((request) -> {
				assertThat(request.origin()).isNotNull().doesNotContain("//" + shop + ":");
				assertThat(request.site()).isEqualTo(site);
				assertThat(request.status()).isEqualTo(403);
			});
		assertThat(requests).filteredOn((request) -> request.method().equals("OPTIONS")).hasSize(1);
		assertThat(published()).isZero();
	}

	@Test
	void pageOfTheServerItselfCanPublish() throws Exception {
		for (String host : List.of("127.0.0.1", "shop.example")) {
			assertThat(open(host, host)).hasSize(5)
				.allSatisfy((request) -> assertThat(request.status()).isEqualTo(200));
		}
		assertThat(published()).isPositive();
	}

	/**
	 * Open a page that sends requests, and wait until the server has answered them.
	 */
	private List<Request> open(String page, String shop) throws Exception {
		int port = this.server.uri("/").getPort();
		String target = "http://" + shop + ":" + port + "/actuator/gmr";
		URI uri = URI.create("http://" + page + ":" + port + "/page?target=" + target + "&script="
				+ URLEncoder.encode(String.join(";", ALL_WAYS), StandardCharsets.UTF_8));
		Recorder recorder = this.server.context().getBean(Recorder.class);
		recorder.requests.clear();
		this.browser.open(uri, "--host-resolver-rules=MAP *.example 127.0.0.1");
		return List.copyOf(recorder.requests);
	}

	private int published() {
		return this.server.context().getBean(Application.class).published.get();
	}

	@RestController
	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
	static class Application {

		private final AtomicInteger published = new AtomicInteger();

		private final Recorder recorder = new Recorder();

		@Bean
		ReportSink memorySink() {
			return (report) -> "report " + this.published.incrementAndGet();
		}

		@Bean
		Recorder recorder() {
			return this.recorder;
		}

		/**
		 * A page that is loaded when its image is.
		 */
		@GetMapping(path = "/page", produces = "text/html")
		String page(@RequestParam String target, @RequestParam String script) {
			return """
					<!DOCTYPE html><html><body>
					<iframe name="frame"></iframe><form method="post" action="%s" target="frame"></form>
					<img src="/answered?requests=%d"><script>const target = "%s"; %s</script>
					</body></html>
					""".formatted(target, ALL_WAYS.size(), target, script);
		}

		@GetMapping("/answered")
		boolean awaitAnswered(@RequestParam int requests) throws InterruptedException {
			return this.recorder.answered.tryAcquire(requests, 60, TimeUnit.SECONDS);
		}

	}

	/**
	 * Remembers the requests for the endpoint.
	 */
	@Order(Ordered.HIGHEST_PRECEDENCE)
	static class Recorder extends OncePerRequestFilter {

		private final List<Request> requests = new CopyOnWriteArrayList<>();

		private final Semaphore answered = new Semaphore(0);

		@Override
		protected boolean shouldNotFilter(HttpServletRequest request) {
			return !request.getRequestURI().equals("/actuator/gmr");
		}

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			chain.doFilter(request, response);
			this.requests.add(new Request(request.getMethod(), request.getHeader("Origin"),
					request.getHeader("Sec-Fetch-Site"), response.getStatus()));
			this.answered.release();
		}

	}

	private record Request(String method, @Nullable String origin, @Nullable String site, int status) {

	}

}
