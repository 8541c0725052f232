package io.github.gmr.hospital;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;

import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where an application serves what the case wants it to, and the clients that come there:
 * connections without threads of their own.
 */
@RestController
class Desk {

	private final Environment environment;

	private final List<SocketChannel> clients = new ArrayList<>();

	private volatile Callable<?> service = () -> "nothing";

	Desk(Environment environment) {
		this.environment = environment;
	}

	@GetMapping("/order")
	Object order() throws Exception {
		return this.service.call();
	}

	@PostMapping("/upload")
	String upload(@RequestBody byte[] body) {
		return "received " + body.length;
	}

	/**
	 * Serve something from now on.
	 * @param service what a request does
	 * @return this desk
	 */
	Desk serves(Callable<?> service) {
		this.service = service;
		return this;
	}

	/**
	 * Let clients come that never read what they get.
	 * @param clients how many
	 * @throws IOException if they cannot connect
	 */
	void visitedBy(int clients) throws IOException {
		visitedBy(clients, "GET /order HTTP/1.1\r\nHost: hospital\r\n\r\n");
	}

	/**
	 * Let clients come with some request.
	 * @param clients how many
	 * @param request the request
	 * @throws IOException if they cannot connect
	 */
	void visitedBy(int clients, String request) throws IOException {
		for (int i = 0; i < clients; i++) {
			this.clients.add(connect(request));
		}
	}

	/**
	 * Let one client after the other come, who read what they get and leave.
	 * @param everyMillis milliseconds between them
	 */
	void visitedEvery(int everyMillis) {
		Thread thread = new Thread(() -> visitForEver(everyMillis), "visitors");
		thread.setDaemon(true);
		thread.start();
	}

	private void visitForEver(int everyMillis) {
		List<SocketChannel> open = new ArrayList<>();
		ByteBuffer answer = ByteBuffer.allocate(65536);
		try {
			while (true) {
				open.add(connect("GET /order HTTP/1.1\r\nHost: hospital\r\nConnection: close\r\n\r\n"));
				for (Iterator<SocketChannel> all = open.iterator(); all.hasNext();) {
					SocketChannel client = all.next();
					if (client.read(answer.clear()) < 0) {
						client.close();
						all.remove();
					}
				}
				Thread.sleep(everyMillis);
			}
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private SocketChannel connect(String request) throws IOException {
		SocketChannel client = SocketChannel.open();
		client.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
		client.connect(new InetSocketAddress("127.0.0.1",
				this.environment.getRequiredProperty("local.server.port", Integer.class)));
		client.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.UTF_8)));
		client.configureBlocking(false);
		return client;
	}

}
