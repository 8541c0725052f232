package io.github.gmr.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A server that answers each client after a while.
 */
public final class SlowServer {

	private final ScheduledExecutorService answers = Executors.newScheduledThreadPool(2);

	private final ServerSocket server;

	private final long millis;

	/**
	 * Start the server.
	 * @param millis milliseconds until it answers
	 */
	public SlowServer(long millis) {
		this.millis = millis;
		try {
			this.server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread thread = new Thread(this::accept, "slow-server");
		thread.setDaemon(true);
		thread.start();
	}

	private void accept() {
		try {
			while (true) {
				Socket client = this.server.accept();
				this.answers.schedule(() -> {
					client.getOutputStream().write(1);
					client.close();
					return null;
				}, this.millis, TimeUnit.MILLISECONDS);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Ask the server and wait for its answer.
	 * @return the answer
	 */
	public int ask() {
		try (Socket socket = new Socket(this.server.getInetAddress(), this.server.getLocalPort())) {
			return socket.getInputStream().read();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
