package io.github.gmr.benchmarks.requests;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Supplier;

import com.sun.management.ThreadMXBean;
import io.github.gmr.benchmarks.measurement.Ratio;
import io.github.gmr.benchmarks.measurement.Rounds;
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

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private static final int OBSERVATIONS = 20_000 * Rounds.of(10);

	private static final int WARM_UP = Rounds.of(10);

	private static final int ROUNDS = Rounds.of(31);

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
			compare(open + " other requests", List.of("without", "with", "with a trace"),
					new Cost(() -> request(UNTRACED), registry(new Nothing())),
					new Cost(() -> request(UNTRACED), registry(new Nothing(), handler, work)),
					new Cost(() -> request(TRACED), registry(new Nothing(), handler, work)));
			compare(open + " other tasks", List.of("without", "with"),
					new Cost(Observation.Context::new, registry(new Nothing())),
					new Cost(Observation.Context::new, registry(new Nothing(), work)));
			others.forEach(Observation::stop);
		}
	}

	private static void compare(String title, List<String> names, Cost... costs) {
		for (int round = -WARM_UP; round < ROUNDS; round++) {
			for (Cost cost : costs) {
				cost.measure(round);
			}
		}
		StringJoiner words = new StringJoiner(", ", title + ": ", "");
		for (int i = 0; i < costs.length; i++) {
			words.add("%s (%.2f x) %s".formatted(costs[i], costs[i].median() / costs[0].median(), names.get(i)));
		}
		System.out.println(words);
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

	private static final class Cost {

		private final Supplier<Observation.Context> context;

		private final ObservationRegistry registry;

		private final double[] nanos = new double[ROUNDS];

		private long bytes;

		private Cost(Supplier<Observation.Context> context, ObservationRegistry registry) {
			this.context = context;
			this.registry = registry;
		}

		void measure(int round) {
			long id = Thread.currentThread().threadId();
			long allocated = THREADS.getThreadAllocatedBytes(id);
			long start = THREADS.getCurrentThreadCpuTime();
			for (int i = 0; i < OBSERVATIONS; i++) {
				observe();
			}
			long end = THREADS.getCurrentThreadCpuTime();
			if (round >= 0) {
				this.nanos[round] = (double) (end - start) / OBSERVATIONS;
				this.bytes = (THREADS.getThreadAllocatedBytes(id) - allocated) / OBSERVATIONS;
			}
		}

		private void observe() {
			Observation observation = Observation.start("work", this.context, this.registry);
			try (Observation.Scope scope = observation.openScope()) {
				observation.event(Observation.Event.of("handled"));
			}
			observation.stop();
		}

		double median() {
			return Ratio.median(this.nanos);
		}

		@Override
		public String toString() {
			return "%.0f ns and %d bytes".formatted(median(), this.bytes);
		}

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
