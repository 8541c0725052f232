package io.github.gmr.autoconfigure;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures the CPU time that the demo needs for a request: without reports, with reports
 * that do not follow requests, and with reports as they are. The three run at the same
 * time and are asked in turn. The argument is the jar of the demo.
 */
public final class LoadBenchmark {

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	private static final int REQUESTS = 4000;

	private static final int WARM_UP = 8;

	private static final int ROUNDS = 25;

	private LoadBenchmark() {
	}

	public static void main(String[] args) throws Exception {
		try (Demo none = Demo.start(args[0], "no reports", "--gmr.enabled=false");
				Demo unfollowed = Demo.start(args[0], "requests not followed", "--gmr.section.web.enabled=false");
				Demo all = Demo.start(args[0], "requests followed")) {
			for (int round = -WARM_UP; round < ROUNDS; round++) {
				for (Demo demo : List.of(none, unfollowed, all)) {
					demo.measure(round);
				}
			}
			for (Demo demo : List.of(none, unfollowed, all)) {
				System.out.printf("%-22s %6.1f us a request, ratio %.3f%n", demo.name, demo.micros(), demo.ratio(none));
			}
		}
	}

	/**
	 * A demo as a process of its own.
	 */
	private static final class Demo implements AutoCloseable {

		private final String name;

		private final Process process;

		private final HttpClient client = HttpClient.newHttpClient();

		private final HttpRequest request;

		private final double[] micros = new double[ROUNDS];

		private Demo(String name, Process process, String port) throws IOException, InterruptedException {
			this.name = name;
			this.process = process;
			URI orders = URI.create("http://127.0.0.1:" + port + "/orders");
			this.client.send(HttpRequest.newBuilder(orders)
				.header("Content-Type", "application/json")
				.POST(BodyPublishers.ofString("{\"item\": \"lamp\", \"quantity\": 1}"))
				.build(), BodyHandlers.discarding());
			this.request = HttpRequest.newBuilder(URI.create(orders + "/1")).build();
		}

		static Demo start(String jar, String name, String... arguments) throws IOException, InterruptedException {
			List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"),
					"-XX:+UseSerialGC", "-Xmx256m", "-jar", jar, "--server.port=0", "--shop.workers=1"));
			command.addAll(List.of(arguments));
			Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
			String port = port(process.inputReader());
			Thread drain = new Thread(() -> process.inputReader().lines().forEach((line) -> {
			}));
			drain.setDaemon(true);
			drain.start();
			return new Demo(name, process, port);
		}

		private static String port(BufferedReader output) throws IOException {
			for (String line = output.readLine(); line != null; line = output.readLine()) {
				Matcher port = PORT.matcher(line);
				if (port.find()) {
					return port.group(1);
				}
			}
			throw new IOException("the demo has ended");
		}

		void measure(int round) throws IOException, InterruptedException {
			Duration start = cpu();
			for (int i = 0; i < REQUESTS; i++) {
				this.client.send(this.request, BodyHandlers.discarding());
			}
			if (round >= 0) {
				this.micros[round] = cpu().minus(start).toNanos() / 1000.0 / REQUESTS;
			}
		}

		private Duration cpu() {
			return this.process.info().totalCpuDuration().orElseThrow();
		}

		double micros() {
			return median(this.micros);
		}

		/**
		 * Return the median of the ratios, as what disturbs a round disturbs that of the
		 * other.
		 */
		double ratio(Demo other) {
			double[] ratios = new double[ROUNDS];
			Arrays.setAll(ratios, (i) -> this.micros[i] / other.micros[i]);
			return median(ratios);
		}

		private static double median(double[] values) {
			double[] sorted = values.clone();
			Arrays.sort(sorted);
			return sorted[sorted.length / 2];
		}

		@Override
		public void close() {
			this.process.destroy();
		}

	}

}
