package io.github.gmr.recorder;

import java.util.concurrent.CountDownLatch;

/**
 * Waits of a JVM that ends. The last scenes: who plays them has to halt the JVM.
 */
final class ShutdownScenes {

	private ShutdownScenes() {
	}

	static void play(Recording recording) throws Exception {
		CountDownLatch recorded = new CountDownLatch(1);
		Runtime.getRuntime().addShutdownHook(new Thread(() -> await(recorded), "hook"));
		recording.platform("shutdown: waits for the shutdown hooks", () -> System.exit(0));
		recording.platform("shutdown: waits for the end of the JVM", () -> System.exit(0));
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
