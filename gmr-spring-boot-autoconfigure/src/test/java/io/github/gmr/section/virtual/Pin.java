package io.github.gmr.section.virtual;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.util.concurrent.CountDownLatch;

/**
 * A class whose initializer waits: a virtual thread that runs it keeps its carrier.
 */
final class Pin {

	static {
		Release.await();
	}

	private Pin() {
	}

	/**
	 * Starts initializers and lets go of them.
	 */
	static final class Release {

		private static final CountDownLatch LATCH = new CountDownLatch(1);

		private Release() {
		}

		/**
		 * Initialize a copy of the class, of which there may be many.
		 */
		static void initializeCopy() {
			try (InputStream bytes = Pin.class.getResourceAsStream("Pin.class")) {
				MethodHandles.lookup().defineHiddenClass(bytes.readAllBytes(), true);
			}
			catch (IOException | IllegalAccessException ex) {
				throw new IllegalStateException(ex);
			}
		}

		static void await() {
			try {
				LATCH.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

		static void now() {
			LATCH.countDown();
		}

	}

}
