package io.github.gmr.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

import io.github.gmr.process.Patient;
import io.github.gmr.process.PatientBuilder;

/**
 * The packaged demo as a process of its own, on a port that was free.
 */
final class Demo implements AutoCloseable {

	static final Path JAR = Path.of(System.getProperty("demo.jar"));

	private static final HttpClient client = HttpClient.newHttpClient();

	private final Patient patient;

	private final int port;

	private Demo(Patient patient) {
		this.patient = patient;
		this.port = Integer.parseInt(patient.awaitStdout("Tomcat started on port (\\d+)").group(1));
	}

	static PatientBuilder builder() {
		return Patient.jar(JAR)
			.jvm(PatientBuilder.PATIENCE)
			.jvm(PatientBuilder.SHORT_LIVED)
			.arguments("--server.port=0");
	}

	static Demo start(PatientBuilder builder) {
		return new Demo(builder.startUntil("Started DemoApplication"));
	}

	int port() {
		return this.port;
	}

	Patient patient() {
		return this.patient;
	}

	HttpResponse<String> get(String path) {
		return send(request(path).GET());
	}

	HttpResponse<String> post(String path) {
		return send(request(path).POST(BodyPublishers.noBody()));
	}

	HttpResponse<String> delete(String path) {
		return send(request(path).DELETE());
	}

	HttpResponse<String> order(String item, int quantity) {
		String json = "{\"item\": \"%s\", \"quantity\": %d}".formatted(item, quantity);
		return send(request("/orders").header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
			.timeout(Duration.ofSeconds(20));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return client.send(request.build(), BodyHandlers.ofString());
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.patient.close();
	}

}
