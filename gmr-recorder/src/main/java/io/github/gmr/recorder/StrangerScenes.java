package io.github.gmr.recorder;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.lmax.disruptor.BatchEventProcessorBuilder;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.Sequence;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.zookeeper.ZooKeeper;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

import org.springframework.http.client.ReactorClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/**
 * Waits that were thought up after the catalogue was written, and such as were met in
 * applications.
 */
final class StrangerScenes {

	private StrangerScenes() {
	}

	static void play(Recording recording) throws Exception {
		int port = new SilentServer().port();
		ZooKeeper keeper = new ZooKeeper("127.0.0.1:" + port, 3_600_000, (event) -> {
		});
		Extras.keep(keeper);
		recording.both("remote: waits for ZooKeeper", () -> keeper.getData("/shop", false, null));
		recording.both("messaging: waits for a broker of MQTT", () -> {
			MqttConnectOptions options = new MqttConnectOptions();
			options.setConnectionTimeout(3600);
			new MqttClient("tcp://127.0.0.1:" + port, "shop", new MemoryPersistence()).connect(options);
		});
		Cache<String, String> cache = Caffeine.newBuilder().build();
		Extras.hold(() -> cache.get("pens", (key) -> {
			Extras.sleep();
			return key;
		}));
		recording.both("monitor: waits for another thread that computes a value of a map",
				() -> cache.get("pens", (key) -> key));
		CloseableHttpAsyncClient async = HttpAsyncClients.createDefault();
		async.start();
		recording.both("remote: waits for an HTTP response (Apache HttpClient)",
				() -> async.execute(SimpleHttpRequest.create("GET", "http://127.0.0.1:" + port + "/"), null).get());
		halves(recording);
		rings(recording);
	}

	/**
	 * Producers look for space again and again: as virtual threads they would keep the
	 * JVM from being asked for the stacks of others.
	 */
	private static void rings(Recording recording) {
		String full = "full-queue: waits for space in a ring of the Disruptor";
		RingBuffer<Object> many = RingBuffer.createMultiProducer(Object::new, 2);
		many.addGatingSequences(new Sequence());
		many.next(2);
		recording.platform(full, many::next);
		RingBuffer<Object> single = RingBuffer.createSingleProducer(Object::new, 2);
		single.addGatingSequences(new Sequence());
		single.next(2);
		recording.platform(full, single::next);
		recording.platform("idle: waits for an event of the Disruptor", () -> {
			RingBuffer<Object> empty = RingBuffer.createMultiProducer(Object::new, 2);
			new BatchEventProcessorBuilder().build(empty, empty.newBarrier(), (event, sequence, last) -> {
			}).run();
		});
	}

	private static void halves(Recording recording) throws Exception {
		URI uri = URI.create("http://127.0.0.1:" + halfServer() + "/");
		recording.both("remote: waits for the rest of an HTTP response (JDK HttpClient)", () -> {
			HttpRequest request = HttpRequest.newBuilder(uri).build();
			HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream()).body().readAllBytes();
		});
		ReactorClientHttpRequestFactory factory = new ReactorClientHttpRequestFactory();
		factory.setReadTimeout(Duration.ofHours(1));
		RestClient client = RestClient.builder().requestFactory(factory).build();
		recording.both("remote: waits for the rest of an HTTP response (Reactor Netty)",
				() -> client.get().uri(uri).retrieve().body(String.class));
	}

	/**
	 * Returns the port of a server that sends half of an answer.
	 */
	private static int halfServer() throws IOException {
		ServerSocket accepting = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
		Extras.named("half-server", () -> {
			try {
				while (true) {
					Socket socket = accepting.accept();
					Extras.keep(socket);
					OutputStream out = socket.getOutputStream();
					out.write("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 100\r\n\r\nhalf"
						.getBytes(StandardCharsets.US_ASCII));
					out.flush();
				}
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		}).start();
		return accepting.getLocalPort();
	}

}
