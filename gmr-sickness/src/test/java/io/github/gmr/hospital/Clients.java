package io.github.gmr.hospital;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

import io.github.gmr.remote.Remote;
import io.micrometer.observation.ObservationRegistry;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.web.client.RestClient;

/**
 * Clients of other servers.
 */
final class Clients {

	private Clients() {
	}

	private static String remote() {
		return "http://127.0.0.1:" + Remote.port();
	}

	@Sick(value = "calls by RestClient have no answer and no time limit",
			says = { "6 ", "127\\.0\\.0\\.1:\\d+|HTTP response", "Clients\\.rate\\(Clients\\.java:\\d+\\)" })
	static void restClient(Desk desk, ObservationRegistry observations) throws Exception {
		RestClient client = RestClient.builder()
			.requestFactory(new SimpleClientHttpRequestFactory())
			.observationRegistry(observations)
			.baseUrl(remote())
			.build();
		desk.serves(() -> rate(client)).visitedBy(6);
	}

	private static Object rate(RestClient client) {
		return client.get().uri("/rate").retrieve().body(String.class);
	}

	@Sick(value = "calls by the JDK's HttpClient have no answer and no time limit",
			says = { "6 ", "127\\.0\\.0\\.1:\\d+|HTTP|HttpClient", "Clients\\.track\\(Clients\\.java:\\d+\\)" })
	static void jdkClient(Desk desk) throws Exception {
		java.net.http.HttpClient client = java.net.http.HttpClient.newHttpClient();
		desk.serves(() -> track(client)).visitedBy(6);
	}

	private static Object track(java.net.http.HttpClient client) throws Exception {
		return client.send(HttpRequest.newBuilder(URI.create(remote())).build(), HttpResponse.BodyHandlers.ofString())
			.body();
	}

	@Sick(value = "a pool of Apache HttpClient is exhausted by calls without an answer",
			says = { "10 |5 |15 ", "Clients\\.ship\\(Clients\\.java:\\d+\\)" })
	static void apachePool(Desk desk) throws Exception {
		CloseableHttpClient client = HttpClients.custom()
			.setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create().setMaxConnPerRoute(5).build())
			.setDefaultRequestConfig(org.apache.hc.client5.http.config.RequestConfig.custom()
				.setConnectionRequestTimeout(10, TimeUnit.MINUTES)
				.build())
			.build();
		desk.serves(() -> ship(client)).visitedBy(15);
	}

	private static Object ship(CloseableHttpClient client) throws Exception {
		return client.execute(new HttpGet(remote()), (response) -> "shipped");
	}

	@Sick(value = "a pool of Reactor Netty is exhausted, threads block for its connections",
			says = { "9 ", "Clients\\.insure\\(Clients\\.java:\\d+\\)" })
	static void nettyPool(Desk desk) throws Exception {
		HttpClient client = HttpClient
			.create(ConnectionProvider.builder("insurer")
				.maxConnections(2)
				.pendingAcquireMaxCount(-1)
				.pendingAcquireTimeout(Duration.ofMinutes(10))
				.build())
			.baseUrl(remote());
		desk.serves(() -> insure(client)).visitedBy(9);
	}

	private static Object insure(HttpClient client) {
		return client.get().uri("/").responseContent().aggregate().asString().block();
	}

	@Sick(value = "the mail server says nothing, all threads of the application's executor send mail",
			says = { "8 ", "127\\.0\\.0\\.1:\\d+|mail|socket", "Clients\\.send\\(Clients\\.java:\\d+\\)" })
	static void mailServerSilent(ThreadPoolTaskExecutor executor) {
		for (int i = 0; i < 40; i++) {
			executor.submit(Clients::send);
		}
	}

	private static Object send() throws Exception {
		Properties settings = new Properties();
		settings.setProperty("mail.smtp.host", "127.0.0.1");
		settings.setProperty("mail.smtp.port", Integer.toString(Remote.port()));
		MimeMessage message = new MimeMessage(Session.getInstance(settings));
		message.setRecipient(Message.RecipientType.TO, new InternetAddress("sales@shop.example.com"));
		message.setText("Your order");
		Transport.send(message);
		return "sent";
	}

	@Sick(value = "an address that lets no connection come to be",
			says = { "4 ", "connect", "Clients\\.connect\\(Clients\\.java:\\d+\\)" })
	static void connectForEver(Desk desk) throws Exception {
		java.net.ServerSocket full = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress());
		for (int i = 0; i < 2; i++) {
			new java.net.Socket(full.getInetAddress(), full.getLocalPort());
		}
		desk.serves(() -> connect(full)).visitedBy(4);
	}

	private static Object connect(java.net.ServerSocket server) throws Exception {
		try (java.net.Socket socket = new java.net.Socket()) {
			socket.connect(server.getLocalSocketAddress());
			return "connected";
		}
	}

}
