package io.github.gmr.actuate;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that a running request is shown with the trace that the application itself knows
 * it by.
 */
class RequestTraceWebTests {

	private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

	private static final String TRACE_PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

	private static final String NO_TRACER = "--spring.autoconfigure.exclude=org.springframework.boot.micrometer.tracing.brave.autoconfigure.BraveAutoConfiguration";

	@ParameterizedTest
	@EnumSource(names = { "MVC", "WEBFLUX" })
	void requestWhenItBeginsTraceShowsIt(WebServerKind kind) throws Exception {
		try (RunningCheckout checkout = new RunningCheckout(kind, null)) {
			assertThat(checkout.traceInHandler()).matches("[0-9a-f]{32}");
			assertThat(checkout.traceInReport()).isEqualTo(checkout.traceInHandler());
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "MVC", "WEBFLUX" })
	void requestWhenItIsPartOfTraceShowsThat(WebServerKind kind) throws Exception {
		try (RunningCheckout checkout = new RunningCheckout(kind, TRACE_PARENT)) {
			assertThat(checkout.traceInHandler()).isEqualTo(TRACE);
			assertThat(checkout.traceInReport()).isEqualTo(TRACE);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "MVC", "WEBFLUX" })
	void requestWhenTracerDoesNothingShowsTraceOfTheHeader(WebServerKind kind) throws Exception {
		try (RunningCheckout checkout = new RunningCheckout(kind, TRACE_PARENT, NO_TRACER)) {
			assertThat(checkout.traceInHandler()).isEmpty();
			assertThat(checkout.traceInReport()).isEqualTo(TRACE);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "MVC", "WEBFLUX" })
	void requestWhenNobodyTracesHasNoColumnForTraces(WebServerKind kind) throws Exception {
		try (RunningCheckout checkout = new RunningCheckout(kind, null, NO_TRACER)) {
			assertThat(checkout.traceInHandler()).isEmpty();
			assertThat(checkout.traceInReport()).isNull();
		}
	}

	@Test
	void requestWhenItIsNotSampledShowsItsTrace() throws Exception {
		try (RunningCheckout checkout = new RunningCheckout(WebServerKind.MVC, null,
				"--management.tracing.sampling.probability=0")) {
			assertThat(checkout.traceInReport()).isEqualTo(checkout.traceInHandler()).hasSize(32);
		}
	}

	@Test
	@EnabledForJreRange(minVersion = 21)
	void requestWhenItsThreadIsVirtualShowsItsTrace() throws Exception {
		try (RunningCheckout checkout = new RunningCheckout(WebServerKind.MVC, null,
				"--spring.threads.virtual.enabled=true")) {
			assertThat(checkout.traceInReport()).isEqualTo(checkout.traceInHandler()).hasSize(32);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "MVC", "WEBFLUX" })
	void requestWhenItRunsForLongIsFoundWithItsTraceInEveryFormat(WebServerKind kind) throws Exception {
		try (RunningCheckout checkout = new RunningCheckout(kind, null, "--gmr.section.web.request-threshold=1ns")) {
			String trace = checkout.traceInHandler();
			assertThat(checkout.report("text")).containsPattern("GET /checkout runs for .*, trace " + trace)
				.containsPattern("/checkout .*\\| " + trace);
			assertThat(checkout.report("json")).contains("\"" + trace + "\"");
			assertThat(checkout.report("xml")).contains(">" + trace + "<");
			assertThat(checkout.report("html")).contains(">" + trace + "<");
		}
	}

	/**
	 * A server and a request that it has not answered yet.
	 */
	private static final class RunningCheckout implements AutoCloseable {

		private final WebServer server;

		private final Shop shop;

		private final CompletableFuture<HttpResponse<String>> response;

		private RunningCheckout(WebServerKind kind, @Nullable String traceParent, String... arguments) {
			this.server = WebServer.start(kind, Shop.class, arguments);
			this.shop = this.server.context().getBean(Shop.class);
			HttpRequest.Builder request = HttpRequest.newBuilder(this.server.uri("/checkout"));
			if (traceParent != null) {
				request.header("traceparent", traceParent);
			}
			this.response = this.server.client().sendAsync(request.build(), BodyHandlers.ofString());
		}

		String traceInHandler() throws Exception {
			return this.shop.trace.get(30, TimeUnit.SECONDS);
		}

		@Nullable String traceInReport() throws Exception {
			traceInHandler();
			JsonNode requests = new ObjectMapper().readTree(report("json")).findValue("requests");
			for (JsonNode request : requests.get("rows")) {
				if (request.get(2).textValue().equals("/checkout")) {
					return request.has(5) ? request.get(5).textValue() : null;
				}
			}
			throw new AssertionError("no such request in " + requests);
		}

		String report(String format) {
			return this.server.get("/actuator/gmr/web?format=" + format).body();
		}

		@Override
		public void close() throws Exception {
			this.shop.answer.complete("sold");
			assertThat(this.response.get(30, TimeUnit.SECONDS).body()).isEqualTo("sold");
			this.server.close();
		}

	}

	@RestController
	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
	static class Shop {

		private final Tracer tracer;

		private final CompletableFuture<String> trace = new CompletableFuture<>();

		private final CompletableFuture<String> answer = new CompletableFuture<>();

		Shop(Tracer tracer) {
			this.tracer = tracer;
		}

		@GetMapping("/checkout")
		Mono<String> checkout() {
			return Mono.deferContextual((context) -> {
				Observation request = context.getOrDefault(ObservationThreadLocalAccessor.KEY, Observation.NOOP);
				request.scoped(this::trace);
				return Mono.fromFuture(this.answer);
			});
		}

		private void trace() {
			Span span = this.tracer.currentSpan();
			this.trace.complete((span != null) ? span.context().traceId() : "");
		}

	}

}
