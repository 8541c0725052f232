package io.github.gmr.actuate;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A bare connection to a server of this machine, which takes what it is sent as slowly as
 * it likes, and goes away when it likes.
 */
final class SlowReader implements AutoCloseable {

	private static final int SMALL = 4096;

	private static final int PATIENCE = 30_000;

	private final Socket socket = new Socket();

	/**
	 * Connect to a server.
	 * @param port its port
	 */
	SlowReader(int port) throws IOException {
		this.socket.setReceiveBufferSize(SMALL);
		this.socket.setSoTimeout(PATIENCE);
		this.socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
	}

	/**
	 * Ask for something without reading the answer.
	 * @param path the path
	 * @param headers the headers, each with its value
	 * @return this
	 */
	SlowReader ask(String path, String... headers) throws IOException {
		StringBuilder request = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n");
		for (String header : headers) {
			request.append(header).append("\r\n");
		}
		request.append("Connection: close\r\n\r\n");
		this.socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.US_ASCII));
		return this;
	}

	/**
	 * Read the next part of the answer.
	 * @param length how much to wait for
	 * @return the part, as long as that unless the answer ends before
	 */
	String read(int length) throws IOException {
		return new String(in().readNBytes(length), StandardCharsets.UTF_8);
	}

	/**
	 * Read the answer to its end.
	 * @return the rest of the answer
	 */
	String readAll() throws IOException {
		return new String(in().readAllBytes(), StandardCharsets.UTF_8);
	}

	private InputStream in() throws IOException {
		return this.socket.getInputStream();
	}

	/**
	 * Go away without a word, so that the server is told that the connection is broken.
	 */
	@Override
	public void close() throws IOException {
		this.socket.setSoLinger(true, 0);
		this.socket.close();
	}

}
