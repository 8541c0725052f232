package io.github.gmr.benchmarks.requests;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import com.sun.management.OperatingSystemMXBean;
import io.github.gmr.benchmarks.measurement.Rounds;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Measures the CPU time of a request to the demo, the client's included: without reports,
 * with reports that do not follow requests, and with reports as they are. The three run
 * in this JVM, since two JVMs differ by more than what is measured, and are asked in
 * turn. The classes of the demo have to be on the class path.
 */
public final class LoadBenchmark {

	private static final OperatingSystemMXBean SYSTEM = ManagementFactory
		.getPlatformMXBean(OperatingSystemMXBean.class);

	private static final int REQUESTS = 100 * Rounds.of(10);

	private static final int WARM_UP = Rounds.of(20);

	private static final int ROUNDS = Rounds.of(120);

	private LoadBenchmark() {
	}

	public static void main(String[] args) throws Exception {
		Class<?> application = Class.forName("io.github.gmr.demo.DemoApplication");
		try (Demo none = Demo.start(application, "none", "--gmr.enabled=false");
				Demo unfollowed = Demo.start(application, "unfollowed", "--gmr.section.web.enabled=false");
				Demo followed = Demo.start(application, "followed")) {
			List<Demo> demos = new ArrayList<>(List.of(none, unfollowed, followed));
			for (int round = -WARM_UP; round < ROUNDS; round++) {
				for (Demo demo : demos) {
					demo.measure(round);
				}
				// So that none always comes after the same one
				Collections.rotate(demos, 1 + Math.floorMod(round, 2));
			}
			for (Demo demo : List.of(none, unfollowed, followed)) {
				System.out.printf("%-12s %6.1f us a request, %.3f x, in two halves of the rounds %.3f and %.3f x%n",
						demo.name, demo.micros(0, 1), demo.micros(0, 1) / none.micros(0, 1),
						demo.micros(0, 2) / none.micros(0, 2), demo.micros(1, 2) / none.micros(1, 2));
			}
		}
	}

	/**
	 * A demo with a data base of its own.
	 */
	private static final class Demo implements AutoCloseable {

		private final String name;

		private final ConfigurableApplicationContext context;

		private final HttpClient client = HttpClient.newHttpClient();

		private final HttpRequest request;

		private final double[] micros = new double[ROUNDS];

		private Demo(String name, ConfigurableApplicationContext context) throws IOException, InterruptedException {
			this.name = name;
			this.context = context;
			URI orders = URI
				.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + "/orders");
			this.client.send(HttpRequest.newBuilder(orders)
				.header("Content-Type", "application/json")
				.POST(BodyPublishers.ofString("{\"item\": \"lamp\", \"quantity\": 1}"))
				.build(), BodyHandlers.discarding());
			this.request = HttpRequest.newBuilder(URI.create(orders + "/1")).build();
		}

		static Demo start(Class<?> application, String name, String... arguments)
				throws IOException, InterruptedException {
			List<String> all = new ArrayList<>(List.of("--server.port=0", "--logging.level.root=warn",
					"--spring.datasource.url=jdbc:h2:mem:" + name));
			all.addAll(List.of(arguments));
			return new Demo(name, SpringApplication.run(application, all.toArray(String[]::new)));
		}

		void measure(int round) throws IOException, InterruptedException {
			long start = SYSTEM.getProcessCpuTime();
			for (int i = 0; i < REQUESTS; i++) {
				this.client.send(this.request, BodyHandlers.discarding());
			}
			if (round >= 0) {
				this.micros[round] = (SYSTEM.getProcessCpuTime() - start) / 1000.0 / REQUESTS;
			}
		}

		/**
		 * Return the mean of some rounds: the system counts the time of a process in
		 * steps too large for a single one.
		 */
		double micros(int first, int step) {
			return IntStream.range(0, ROUNDS)
				.filter((round) -> round % step == first)
				.mapToDouble((round) -> this.micros[round])
				.average()
				.orElseThrow();
		}

		@Override
		public void close() {
			this.context.close();
		}

	}

}
