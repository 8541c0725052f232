package io.github.gmr.benchmarks.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.github.gmr.benchmarks.measurement.CpuCosts;
import io.github.gmr.section.web.CurrentTrace;
import io.github.gmr.section.web.ReactiveRequestHandler;
import io.github.gmr.section.web.RunningRequests;
import io.github.gmr.section.work.RunningWork;
import io.github.gmr.section.work.RunningWorkHandler;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;

/**
 * Measures what it costs to follow a request, or other work, by its observation: CPU time
 * of the thread and what it allocates, with and without, in turn; of requests also with a
 * header that tells its trace. Meanwhile others have some open.
 */
public final class ObservationBenchmark {

	private static final ServerHttpRequest UNTRACED = MockServerHttpRequest.method(HttpMethod.GET, "/orders/7").build();

	private static final ServerHttpRequest TRACED = MockServerHttpRequest.method(HttpMethod.GET, "/orders/7")
		.header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
		.build();

	private static final MockServerHttpResponse RESPONSE = new MockServerHttpResponse();

	private ObservationBenchmark() {
	}

	public static void main(String[] args) {
		for (int open : new int[] { 0, 200 }) {
			RunningRequests requests = new RunningRequests();
			RunningWorkHandler work = new RunningWorkHandler(new RunningWork());
			List<Observation> others = new ArrayList<>();
			for (int i = 0; i < open; i++) {
				requests.begin("GET", "/orders/" + i, null, () -> false);
				others.add(Observation.start("task", registry(work)));
			}
			ReactiveRequestHandler handler = new ReactiveRequestHandler(requests, CurrentTrace.NONE);
			CpuCosts.compare(open + " other requests", List.of("without", "with", "with a trace"),
					observing(() -> request(UNTRACED), registry(new Nothing())),
					observing(() -> request(UNTRACED), registry(new Nothing(), handler, work)),
					observing(() -> request(TRACED), registry(new Nothing(), handler, work)));
			CpuCosts.compare(open + " other tasks", List.of("without", "with"),
					observing(Observation.Context::new, registry(new Nothing())),
					observing(Observation.Context::new, registry(new Nothing(), work)));
			others.forEach(Observation::stop);
		}
	}

	private static Observation.Context request(ServerHttpRequest request) {
		return new ServerRequestObservationContext(request, RESPONSE, request.getAttributes());
	}

	private static ObservationRegistry registry(ObservationHandler<?>... handlers) {
		ObservationRegistry registry = ObservationRegistry.create();
		for (ObservationHandler<?> handler : handlers) {
			registry.observationConfig().observationHandler(handler);
		}
		return registry;
	}

	private static Runnable observing(Supplier<Observation.Context> context, ObservationRegistry registry) {
		return () -> {
			Observation observation = Observation.start("work", context, registry);
			try (Observation.Scope scope = observation.openScope()) {
				observation.event(Observation.Event.of("handled"));
			}
			observation.stop();
		};
	}

	/**
	 * Stands for the handlers that applications have anyway.
	 */
	private static final class Nothing implements ObservationHandler<Observation.Context> {

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

	}

}
