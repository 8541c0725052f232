package io.github.gmr.hospital;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/**
 * A server that accepts each connection and never says a word, and clients of it that
 * have no time limit.
 */
final class Remote {

	private static final List<Socket> accepted = new ArrayList<>();

	private static int port;

	private Remote() {
	}

	/**
	 * Return the port of the server, which is started with the first question.
	 * @return the port
	 */
	static synchronized int port() {
		if (port == 0) {
			port = start();
		}
		return port;
	}

	private static int start() {
		try {
			ServerSocket server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
			Thread thread = new Thread(() -> accept(server), "remote");
			thread.setDaemon(true);
			thread.start();
			return server.getLocalPort();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void accept(ServerSocket server) {
		try {
			while (true) {
				accepted.add(server.accept());
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Return the port of a server that is gone.
	 * @return the port
	 */
	static int deadPort() {
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
	static String ask() throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
			InputStream answer = socket.getInputStream();
			return "answer " + answer.read();
		}
	}

}
