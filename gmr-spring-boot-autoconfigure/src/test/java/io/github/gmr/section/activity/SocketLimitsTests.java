package io.github.gmr.section.activity;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SocketLimits}, with threads that read from real sockets.
 */
class SocketLimitsTests {

	@ParameterizedTest
	@CsvSource({ "0, ' (no read time-out)'", "60000, ''" })
	void wordsOfThreadThatReadsTellWhetherThereIsALimit(int timeout, String words) throws Exception {
		try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
				Socket client = new Socket(server.getInetAddress(), server.getLocalPort())) {
			client.setSoTimeout(timeout);
			Thread thread = new Thread(() -> read(client));
			thread.start();
			Awaitility.await()
				.until(() -> methods(thread)
					.contains("sun.nio.ch.NioSocketImpl." + (timeout > 0 ? "park" : "implRead")));
			assertThat(SocketLimits.words(thread.getStackTrace())).isEqualTo(words);
			client.close();
			thread.join();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "java.lang.Object.wait(Native Method)", "sun.nio.ch.SocketChannelImpl.read(A.java:1)",
			"sun.nio.ch.NioSocketImpl.accept(NioSocketImpl.java:1)" })
	void wordsOfOtherThreadsAreNone(String frame) {
		assertThat(SocketLimits.words(List.of(frame))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "timedFinishConnect, ''", "park, ' (no connect time-out)'" })
	void wordsOfThreadThatConnectsTellWhetherThereIsALimit(String method, String words) {
		assertThat(SocketLimits.words(List.of("sun.nio.ch.NioSocketImpl." + method + "(NioSocketImpl.java:1)",
				"sun.nio.ch.NioSocketImpl.connect(NioSocketImpl.java:2)")))
			.isEqualTo(words);
	}

	private static List<String> methods(Thread thread) {
		return Arrays.stream(thread.getStackTrace())
			.map((frame) -> frame.getClassName() + "." + frame.getMethodName())
			.toList();
	}

	private static void read(Socket client) {
		try {
			client.getInputStream().read();
		}
		catch (IOException ex) {
			// The test has closed it
		}
	}

}
