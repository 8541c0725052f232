package io.github.gmr.sickness;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Deque;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Conditions of network connections, with a server that is in the same process.
 */
@Configuration(proxyBeanMethods = false)
class SocketWard {

	@Bean("sick connections-not-closed")
	Condition forgottenConnections() {
		return new Connected(120, true);
	}

	@Bean("well connections-not-closed")
	Condition idleConnections() {
		return new Connected(15, true);
	}

	@Bean("sick accept-queue-full")
	Condition serverThatDoesNotAccept() {
		return new Connected(40, false);
	}

	@Bean("well accept-queue-full")
	Condition serverThatAccepts() {
		return new Connected(4, false);
	}

	/**
	 * Connections to a server that closes each, or does not accept any.
	 */
	private record Connected(int count, boolean accepted, Deque<Closeable> open) implements Condition {

		private Connected(int count, boolean accepted) {
			this(count, accepted, new ArrayDeque<>());
		}

		@Override
		public void begin() throws IOException {
			ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
			this.open.add(server);
			for (int i = 0; i < this.count; i++) {
				this.open.add(new Socket(server.getInetAddress(), server.getLocalPort()));
				if (this.accepted) {
					server.accept().close();
				}
			}
		}

		@Override
		public void end() throws IOException {
			while (!this.open.isEmpty()) {
				this.open.remove().close();
			}
		}

	}

}
