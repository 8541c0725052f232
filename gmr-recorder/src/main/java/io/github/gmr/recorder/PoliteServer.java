package io.github.gmr.recorder;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A server on the loopback address that says that all is well to whatever it reads, in
 * the protocol of Redis.
 */
final class PoliteServer {

	private final ServerSocket accepting = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());

	PoliteServer() throws IOException {
		Extras.named("polite-server", () -> {
			while (true) {
				serve();
			}
		}).start();
	}

	private void serve() {
		try {
			Socket socket = this.accepting.accept();
			Extras.named("polite-answers", () -> answer(socket)).start();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void answer(Socket socket) {
		try (socket) {
			InputStream in = socket.getInputStream();
			byte[] buffer = new byte[1 << 16];
			for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
				String text = new String(buffer, 0, read, StandardCharsets.US_ASCII);
				long commands = text.lines().filter((line) -> line.startsWith("*")).count();
				for (long i = 0; i < commands; i++) {
					socket.getOutputStream().write("+OK\r\n".getBytes(StandardCharsets.US_ASCII));
				}
			}
		}
		catch (IOException ex) {
			// the client has gone
		}
	}

	int port() {
		return this.accepting.getLocalPort();
	}

}
