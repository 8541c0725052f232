package io.github.gmr.actuate;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;

import io.github.gmr.process.ClassPath;
import io.github.gmr.process.Patient;
import io.github.gmr.process.Vitals;

/**
 * A {@link CrowdedApplication} with a heap of 128 MB that runs as a process of its own,
 * and who asks it.
 *
 * @param kind what server it is
 * @param patient the process
 * @param client who asks
 */
record SmallServer(WebServerKind kind, Patient patient, HttpClient client) implements AutoCloseable {

	/**
	 * How many requests it can deal with at a time.
	 */
	static final int THREADS = 20;

	/**
	 * Start one server after the other, each when it is needed.
	 * @param arguments the arguments of all of them
	 * @return the servers
	 */
	static Stream<SmallServer> startEach(String... arguments) {
		return Stream.of(WebServerKind.MVC, WebServerKind.WEBFLUX)
			.map((kind) -> new SmallServer(kind, start(kind, arguments), HttpClient.newHttpClient()));
	}

	/**
	 * Starts a server that soon has all the threads it may have: more of them would look
	 * like some that reports have left behind.
	 */
	private static Patient start(WebServerKind kind, String... arguments) {
		return Patient.main(CrowdedApplication.class, ClassPath.ofTest())
			.jvm("-Xmx128m", "-Xss256k", "-Dreactor.schedulers.defaultBoundedElasticSize=" + THREADS)
			.arguments(kind.arguments("--spring.main.web-application-type=" + kind.type(), "--gmr.report.timeout=60s",
					"--gmr.report.section-timeout=30s", "--server.tomcat.threads.max=" + THREADS,
					"--server.tomcat.threads.min-spare=" + THREADS))
			.arguments(arguments)
			.startUntil("serves at \\d+");
	}

	SlowReader connect() throws IOException {
		return new SlowReader(port());
	}

	<T> HttpResponse<T> getReport(String format, BodyHandler<T> body) throws IOException, InterruptedException {
		return this.client.send(HttpRequest.newBuilder(uri("/actuator/gmr")).header("Accept", format).build(), body);
	}

	int status(String path) throws IOException, InterruptedException {
		return this.client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.discarding()).statusCode();
	}

	Vitals vitals() {
		return Vitals.of(this.patient);
	}

	/**
	 * Return what was logged, which is apart from reports on standard error.
	 * @return warnings and errors
	 */
	List<String> complaints() {
		return this.patient.stdout()
			.lines()
			.filter((line) -> line.matches(".*( WARN | ERROR |Exception|OutOfMemory).*"))
			.toList();
	}

	private URI uri(String path) {
		return URI.create("http://127.0.0.1:" + port() + path);
	}

	private int port() {
		return Integer.parseInt(this.patient.awaitStdout("serves at (\\d+)").group(1));
	}

	@Override
	public void close() {
		this.patient.close();
	}

	@Override
	public String toString() {
		return this.kind.toString();
	}

}
