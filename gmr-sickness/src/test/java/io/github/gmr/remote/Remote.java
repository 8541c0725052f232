package io.github.gmr.remote;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A server that accepts each connection and never says a word, and clients of it that
 * have no time limit.
 */
public final class Remote {

	private static final List<Socket> accepted = new ArrayList<>();

	private static int port;

	private Remote() {
	}

	/**
	 * Return the port of the server, which is started with the first question.
	 * @return the port
	 */
	public static synchronized int port() {
		if (port == 0) {
			port = start();
		}
		return port;
	}

	private static int start() {
		try {
			ServerSocket server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
			daemon("remote", () -> accept(server));
			return server.getLocalPort();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void accept(ServerSocket server) throws IOException {
		while (true) {
			accepted.add(server.accept());
		}
	}

	/**
	 * Return the port of a server of Redis that lets clients come and tells no value.
	 * @return the port
	 */
	public static int redisPort() {
		try {
			ServerSocket server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
			daemon("redis", () -> {
				while (true) {
					Socket client = server.accept();
					daemon("redis-client", () -> greet(client));
				}
			});
			return server.getLocalPort();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Return the port of a server of HTTP that begins to answer and does not go on.
	 * @return the port
	 */
	public static int halfPort() {
		try {
			ServerSocket server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
			daemon("half", () -> {
				while (true) {
					Socket client = server.accept();
					client.getOutputStream()
						.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nbegin".getBytes(StandardCharsets.UTF_8));
					accepted.add(client);
				}
			});
			return server.getLocalPort();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Says OK to each command but to those that ask for a value.
	 */
	private static void greet(Socket client) throws IOException {
		byte[] commands = new byte[8192];
		for (int length = client.getInputStream().read(commands); length > 0; length = client.getInputStream()
			.read(commands)) {
			String text = new String(commands, 0, length, StandardCharsets.UTF_8);
			if (!text.contains("price")) {
				int count = (int) text.lines().filter((line) -> line.startsWith("*")).count();
				client.getOutputStream().write("+OK\r\n".repeat(count).getBytes(StandardCharsets.UTF_8));
			}
		}
	}

	private static void daemon(String name, Talk talk) {
		Thread thread = new Thread(() -> {
			try {
				talk.talk();
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		}, name);
		thread.setDaemon(true);
		thread.start();
	}

	/**
	 * What a thread of a server does.
	 */
	@FunctionalInterface
	private interface Talk {

		void talk() throws IOException;

	}

	/**
	 * Take an hour, as a function of a database may.
	 * @return one
	 * @throws InterruptedException if interrupted
	 */
	public static int slow() throws InterruptedException {
		Thread.sleep(3_600_000);
		return 1;
	}

	/**
	 * Return the port of a server that is gone.
	 * @return the port
	 */
	public static int deadPort() {
		try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return server.getLocalPort();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Ask the server and wait for its answer.
	 * @return never
	 * @throws IOException if the server goes away
	 */
	public static String ask() throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
			InputStream answer = socket.getInputStream();
			return "answer " + answer.read();
		}
	}

}
