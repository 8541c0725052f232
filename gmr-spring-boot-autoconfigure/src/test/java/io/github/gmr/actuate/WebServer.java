package io.github.gmr.actuate;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A started server and who asks it.
 *
 * @param kind what server it is
 * @param context its context
 * @param client who asks
 */
record WebServer(WebServerKind kind, ConfigurableApplicationContext context,
		HttpClient client) implements AutoCloseable {

	static WebServer start(WebServerKind kind, Class<?> application, String... arguments) {
		SpringApplication spring = new SpringApplication(application);
		spring.setWebApplicationType(kind.type());
		return new WebServer(kind, spring.run(kind.arguments(arguments)), HttpClient.newHttpClient());
	}

	URI uri(String path) {
		String port = this.context.getEnvironment().getProperty(this.kind.port());
		return URI.create("http://127.0.0.1:" + port + path);
	}

	HttpResponse<String> get(String path) {
		return send("GET", path, null);
	}

	HttpResponse<String> send(String method, String path, @Nullable String accept) {
		return (accept != null) ? sendWith(method, path, "Accept", accept) : sendWith(method, path);
	}

	/**
	 * Send a request without a body.
	 * @param method its method
	 * @param path its path
	 * @param headers its headers, each with its value
	 * @return the response
	 */
	HttpResponse<String> sendWith(String method, String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).method(method, BodyPublishers.noBody());
		return send((headers.length > 0) ? request.headers(headers) : request);
	}

	HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.client.send(request.build(), BodyHandlers.ofString());
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.context.close();
	}

	@Override
	public String toString() {
		return this.kind.toString();
	}

}
