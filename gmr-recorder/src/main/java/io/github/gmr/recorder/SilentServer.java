package io.github.gmr.recorder;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/**
 * A server on the loopback address that accepts connections and never answers, or does
 * not even accept them.
 */
final class SilentServer {

	private final ServerSocket accepting = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());

	private final List<Socket> sockets = new ArrayList<>();

	private final List<ServerSocket> listening = new ArrayList<>();

	SilentServer() throws IOException {
		Thread thread = Extras.named("silent-server", () -> {
			try {
				while (true) {
					this.sockets.add(this.accepting.accept());
				}
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		});
		thread.start();
	}

	int port() {
		return this.accepting.getLocalPort();
	}

	InetSocketAddress address() {
		return new InetSocketAddress(InetAddress.getLoopbackAddress(), port());
	}

	Socket socket() throws IOException {
		return new Socket(InetAddress.getLoopbackAddress(), port());
	}

	/**
	 * Return an address where connections have to wait.
	 */
	InetSocketAddress full() throws IOException {
		ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
		this.listening.add(full);
		for (int i = 0; i < 2; i++) {
			this.sockets.add(new Socket(full.getInetAddress(), full.getLocalPort()));
		}
		return new InetSocketAddress(full.getInetAddress(), full.getLocalPort());
	}

}
