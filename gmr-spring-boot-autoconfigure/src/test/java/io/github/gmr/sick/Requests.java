package io.github.gmr.sick;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import io.github.gmr.process.Patient;

/**
 * Sends requests to a {@link SickServer}.
 */
final class Requests {

	private final HttpClient client = HttpClient.newHttpClient();

	private final String root;

	private Requests(String root) {
		this.root = root;
	}

	static Requests to(Patient patient) {
		return new Requests("http://127.0.0.1:" + patient.awaitStdout("serves at (\\d+)").group(1));
	}

	static Requests toManagementOf(Patient patient) {
		return new Requests("http://127.0.0.1:" + patient.awaitStdout("is managed at (\\d+)").group(1));
	}

	CompletableFuture<HttpResponse<String>> get(String path) {
		return send("GET", path);
	}

	CompletableFuture<HttpResponse<String>> send(String method, String path) {
		return this.client.sendAsync(
				HttpRequest.newBuilder(URI.create(this.root + path)).method(method, BodyPublishers.noBody()).build(),
				BodyHandlers.ofString());
	}

	/**
	 * Ask for something and do not read the answer.
	 * @param path what is asked for
	 * @return what to close
	 */
	Socket ask(String path) throws IOException {
		URI uri = URI.create(this.root + path);
		Socket socket = new Socket();
		socket.setReceiveBufferSize(4096);
		socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
		socket.getOutputStream()
			.write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
		return socket;
	}

	/**
	 * Send requests one after the other from a few sides, while something is done.
	 * @param path what is asked for
	 * @param work what is done meanwhile
	 * @return how long each took, in milliseconds and in order
	 * @throws java.util.concurrent.CompletionException if one is not answered
	 */
	List<Long> during(String path, Runnable work) {
		AtomicBoolean over = new AtomicBoolean();
		List<Long> millis = new CopyOnWriteArrayList<>();
		List<CompletableFuture<Void>> sides = IntStream.range(0, 4)
			.mapToObj((i) -> CompletableFuture.runAsync(() -> repeat(path, over, millis), this::start))
			.toList();
		try {
			work.run();
		}
		finally {
			over.set(true);
		}
		sides.forEach(CompletableFuture::join);
		List<Long> sorted = new ArrayList<>(millis);
		sorted.sort(null);
		return sorted;
	}

	private void start(Runnable side) {
		new Thread(side, "requests").start();
	}

	private void repeat(String path, AtomicBoolean over, List<Long> millis) {
		while (!over.get()) {
			long begin = System.nanoTime();
			if (get(path).join().statusCode() != 200) {
				throw new AssertionError("a request failed");
			}
			millis.add((System.nanoTime() - begin) / 1_000_000);
		}
	}

}
