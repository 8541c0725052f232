package io.github.gmr.benchmarks.reports;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import com.sun.management.ThreadMXBean;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Measures whole reports over HTTP next to Actuator's endpoints and a bare dump of the
 * threads, in turns in one JVM: the demo with more threads and more properties. The
 * classes of the demo have to be on the class path.
 */
public final class ReportBenchmark {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private static final String[] ARGUMENTS = { "--server.port=0", "--logging.level.root=warn",
			"--spring.datasource.url=jdbc:h2:mem:report",
			"--management.endpoints.web.exposure.include=gmr,threaddump,env" };

	private static final int WARM_UP = 20;

	private static final int ROUNDS = 30;

	private static final int DEPTH = 40;

	private final Map<String, Samples> samples = new LinkedHashMap<>();

	private ReportBenchmark() {
	}

	/**
	 * Measure.
	 * @param args how many threads to start, and how many properties to set
	 * @throws Exception if a request fails
	 */
	public static void main(String[] args) throws Exception {
		int threads = Integer.parseInt(args[0]);
		Map<String, Object> properties = new HashMap<>();
		for (int i = 0; i < Integer.parseInt(args[1]); i++) {
			properties.put("load.group-" + i % 100 + ".name-" + i, "value-" + i);
		}
		for (int i = 0; i < threads; i++) {
			park(i % 20);
		}
		SpringApplication application = new SpringApplication(Class.forName("io.github.gmr.demo.DemoApplication"));
		application.setDefaultProperties(properties);
		try (ConfigurableApplicationContext context = application.run(ARGUMENTS)) {
			new ReportBenchmark().run("http://127.0.0.1:"
					+ context.getEnvironment().getRequiredProperty("local.server.port") + "/actuator/");
		}
	}

	private static void park(int place) {
		Thread thread = new Thread(() -> descend(DEPTH - place), "load");
		thread.setDaemon(true);
		thread.start();
	}

	private static void descend(int depth) {
		if (depth > 0) {
			descend(depth - 1);
			return;
		}
		try {
			new CountDownLatch(1).await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void run(String actuator) throws Exception {
		HttpClient client = HttpClient.newHttpClient();
		Map<String, Callable<?>> tasks = new LinkedHashMap<>();
		tasks.put("threaddump (text) and env", () -> get(client, actuator + "threaddump", "text/plain")
				+ get(client, actuator + "env", "application/json"));
		tasks.put("threaddump (JSON) and env", () -> get(client, actuator + "threaddump", "application/json")
				+ get(client, actuator + "env", "application/json"));
		tasks.put("dumpAllThreads(true, false)", () -> THREADS.dumpAllThreads(true, false));
		tasks.put("report as text", () -> get(client, actuator + "gmr", "text/plain"));
		tasks.put("report as JSON", () -> get(client, actuator + "gmr", "application/json"));
		for (int round = -WARM_UP; round < ROUNDS; round++) {
			for (Map.Entry<String, Callable<?>> task : tasks.entrySet()) {
				measure(round, task.getKey(), task.getValue());
			}
		}
		this.samples.forEach(this::print);
	}

	private static int get(HttpClient client, String uri, String type) throws Exception {
		HttpResponse<byte[]> response = client
			.send(HttpRequest.newBuilder(URI.create(uri)).header("Accept", type).build(), BodyHandlers.ofByteArray());
		if (response.statusCode() != 200) {
			throw new IllegalStateException(uri + " answers " + response.statusCode());
		}
		return response.body().length;
	}

	private void measure(int round, String name, Callable<?> task) throws Exception {
		long allocated = THREADS.getTotalThreadAllocatedBytes();
		long start = System.nanoTime();
		task.call();
		double millis = (System.nanoTime() - start) / 1e6;
		if (round >= 0) {
			Samples samples = this.samples.computeIfAbsent(name, (any) -> new Samples());
			samples.millis[round] = millis;
			samples.megabytes[round] = (THREADS.getTotalThreadAllocatedBytes() - allocated) / 1e6;
		}
	}

	private void print(String name, Samples samples) {
		System.out.printf("%-30s %7.1f ms %7.1f MB allocated%s%n", name, median(samples.millis),
				median(samples.megabytes), name.startsWith("report") ? ratios(samples) : "");
	}

	private String ratios(Samples report) {
		StringBuilder text = new StringBuilder();
		this.samples.forEach((name, peer) -> {
			if (!name.startsWith("report")) {
				text.append(", ").append(ratio(report.millis, peer.millis)).append(" x ").append(name);
			}
		});
		return text.toString();
	}

	/**
	 * Return the median of the ratios within a round, with the interval that holds 95 %
	 * of the medians of samples of them.
	 */
	private static String ratio(double[] report, double[] peer) {
		double[] ratios = new double[ROUNDS];
		Arrays.setAll(ratios, (i) -> report[i] / peer[i]);
		Random random = new Random(1);
		double[] medians = new double[1000];
		Arrays.setAll(medians, (i) -> median(random.ints(ROUNDS, 0, ROUNDS).mapToDouble((j) -> ratios[j]).toArray()));
		Arrays.sort(medians);
		return "%.2f [%.2f, %.2f]".formatted(median(ratios), medians[25], medians[974]);
	}

	private static double median(double[] values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}

	/**
	 * What one task has taken in each round.
	 */
	private static final class Samples {

		private final double[] millis = new double[ROUNDS];

		private final double[] megabytes = new double[ROUNDS];

	}

}
