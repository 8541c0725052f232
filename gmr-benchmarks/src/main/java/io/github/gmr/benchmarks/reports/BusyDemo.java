package io.github.gmr.benchmarks.reports;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The demo with more threads and more properties, and what can be asked of its JVM. The
 * classes of the demo have to be on the class path.
 */
final class BusyDemo implements AutoCloseable {

	private static final String[] ARGUMENTS = { "--server.port=0", "--logging.level.root=warn",
			"--spring.datasource.url=jdbc:h2:mem:report",
			"--management.endpoints.web.exposure.include=gmr,threaddump,env" };

	private static final int DEPTH = 40;

	private final HttpClient client = HttpClient.newHttpClient();

	private final ConfigurableApplicationContext context;

	private BusyDemo(ConfigurableApplicationContext context) {
		this.context = context;
	}

	/**
	 * Start the demo.
	 * @param threads how many threads to start, at 20 places
	 * @param properties how many properties to set
	 * @return the running demo
	 * @throws ClassNotFoundException if it is not on the class path
	 */
	static BusyDemo start(int threads, int properties) throws ClassNotFoundException {
		Map<String, Object> values = new HashMap<>();
		for (int i = 0; i < properties; i++) {
			values.put("load.group-" + i % 100 + ".name-" + i, "value-" + i);
		}
		for (int i = 0; i < threads; i++) {
			park(i % 20);
		}
		SpringApplication application = new SpringApplication(Class.forName("io.github.gmr.demo.DemoApplication"));
		application.setDefaultProperties(values);
		return new BusyDemo(application.run(ARGUMENTS));
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

	ConfigurableApplicationContext context() {
		return this.context;
	}

	/**
	 * Ask an endpoint of Actuator.
	 * @param endpoint its name
	 * @param type the media type to ask for
	 * @return how long the answer is
	 * @throws IOException if there is none
	 * @throws InterruptedException if the thread is interrupted
	 */
	int get(String endpoint, String type) throws IOException, InterruptedException {
		URI uri = URI.create("http://127.0.0.1:"
				+ this.context.getEnvironment().getRequiredProperty("local.server.port") + "/actuator/" + endpoint);
		HttpResponse<byte[]> response = this.client.send(HttpRequest.newBuilder(uri).header("Accept", type).build(),
				BodyHandlers.ofByteArray());
		if (response.statusCode() != 200) {
			throw new IOException(uri + " answers " + response.statusCode());
		}
		return response.body().length;
	}

	/**
	 * Ask the endpoints of Actuator for what is in a report.
	 * @param type the media type of the dump of the threads
	 * @return how long the answers are
	 * @throws IOException if one is missing
	 * @throws InterruptedException if the thread is interrupted
	 */
	int getThreadDumpAndEnv(String type) throws IOException, InterruptedException {
		return get("threaddump", type) + get("env", "application/json");
	}

	/**
	 * Let the JDK dump all threads as JSON.
	 * @return how long the dump is
	 * @throws IOException if it cannot be written
	 */
	static long dumpByJdk() throws IOException {
		Path directory = Files.createTempDirectory("benchmark");
		Path file = directory.resolve("dump.json");
		ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
			.dumpThreads(file.toString(), ThreadDumpFormat.JSON);
		long length = Files.size(file);
		Files.delete(file);
		Files.delete(directory);
		return length;
	}

	@Override
	public void close() {
		this.context.close();
	}

}
