package io.github.gmr.hospital;

import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.gmr.remote.Remote;
import io.github.gmr.sickness.Crowd;

/**
 * Memory and the JVM.
 */
final class Jvm {

	private static final Crowd CROWD = new Crowd();

	private static final Cleaner CLEANER = Cleaner.create();

	private static final Map<Long, Object> SESSIONS = new HashMap<>();

	private static final List<Object> KEPT = new ArrayList<>();

	private static volatile Object result;

	private Jvm() {
	}

	@Sick(value = "a cleaner waits for an answer", says = { "Cleaner", "Jvm\\.release\\(Jvm\\.java:\\d+\\)" })
	static void cleanerStuck() throws InterruptedException {
		for (int i = 0; i < 50; i++) {
			CLEANER.register(new Object(), Jvm::release);
		}
		for (int i = 0; i < 5; i++) {
			System.gc();
			Thread.sleep(200);
		}
	}

	private static void release() {
		try {
			Remote.ask();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Sick(value = "the heap is full of sessions", says = { "heap", "\\d+ MB", "nearly full|full" })
	@Setup(jvm = { "-Xmx128m", "-XX:+UseG1GC" })
	static void heapOfSessions() {
		long i = 0;
		do {
			System.gc();
			while (Runtime.getRuntime().maxMemory() - used() > 8_000_000) {
				SESSIONS.put(i++, new byte[5000]);
			}
			System.gc();
		}
		while (Runtime.getRuntime().maxMemory() - used() > 9_000_000);
	}

	@Sick(value = "what collections leave of the heap grows, full within some minutes",
			says = { "grows from \\d+ MB to \\d+ MB|heap is nearly full", "\\d+ MB" })
	@Setup(jvm = { "-Xmx300m", "-XX:+UseG1GC" })
	static void growingHeap() {
		CROWD.add(1, "importer", () -> {
			Deque<byte[]> recent = new ArrayDeque<>();
			for (long i = 0; i < 800; i++) {
				SESSIONS.put(i, new byte[200_000]);
				for (int part = 0; part < 300; part++) {
					recent.add(new byte[10_000]);
				}
				while (recent.size() > 4000) {
					recent.remove();
				}
				Thread.sleep(100);
			}
			Thread.sleep(Long.MAX_VALUE);
		});
	}

	@Sick(value = "a thread is started for each order and never ends",
			says = { "Threads become more", "mail-\\*", "Jvm\\.send\\(Jvm\\.java:\\d+\\)" })
	static void growingThreads() {
		CROWD.add(1, "orders", () -> {
			for (int i = 0; i < 900; i++) {
				CROWD.add(1, "mail-" + i, Jvm::send);
				Thread.sleep(200);
			}
			Thread.sleep(Long.MAX_VALUE);
		});
	}

	private static void send() throws InterruptedException {
		Thread.sleep(Long.MAX_VALUE);
	}

	@Sick(value = "threads allocate as fast as they can",
			says = { "allocat|collection", "Jvm\\.parse\\(Jvm\\.java:\\d+\\)" })
	@Setup(busy = true, jvm = { "-Xmx256m", "-XX:+UseG1GC" })
	static void allocationStorm() {
		CROWD.add(2, "parser", () -> {
			while (true) {
				parse();
			}
		});
	}

	private static void parse() {
		result = new byte[200_000];
	}

	@Sick(value = "collections take most of the time, as hardly any heap is free",
			says = { "[Gg]arbage collections|heap", "\\d+" })
	@Setup(busy = true, jvm = { "-Xmx96m", "-XX:+UseSerialGC" })
	static void collectingOnly() {
		for (long i = 0; Runtime.getRuntime().maxMemory() - used() > 14_000_000; i++) {
			SESSIONS.put(i, new byte[2000]);
		}
		CROWD.add(1, "parser", () -> {
			while (true) {
				KEPT.add(new byte[100_000]);
				if (KEPT.size() > 60) {
					KEPT.clear();
				}
			}
		});
	}

	private static long used() {
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

	@Sick(value = "OutOfMemoryError is thrown and swallowed again and again",
			says = { "OutOfMemoryError", "\\d+ times" })
	@Setup(jvm = "-Xmx128m")
	static void swallowedErrors() {
		CROWD.add(1, "export", () -> {
			while (true) {
				export();
				Thread.sleep(2000);
			}
		});
	}

	private static void export() {
		try {
			result = new byte[500_000_000];
		}
		catch (OutOfMemoryError ex) {
			result = null;
		}
	}

	@Sick(value = "direct buffers are at their limit", says = { "[Dd]irect", "\\d+ MB of 32 MB" })
	@Setup(jvm = "-XX:MaxDirectMemorySize=32m")
	static void directBuffers() {
		for (int i = 0; i < 31; i++) {
			KEPT.add(ByteBuffer.allocateDirect(1024 * 1024));
		}
	}

	@Sick(value = "System.gc() is called each second", says = { "System\\.gc\\(\\)", "\\d+ times" })
	static void explicitCollections() {
		CROWD.add(1, "tidy", () -> {
			while (true) {
				System.gc();
				Thread.sleep(1000);
			}
		});
	}

	@Sick(value = "two threads initialise classes that need each other",
			says = { "Deadlock of 2", "Jvm\\$(?:First|Second)" })
	static void crossedInitialisers() {
		CROWD.add(1, "first", First::touch);
		CROWD.add(1, "second", Second::touch);
	}

	private static void meanwhile() {
		try {
			Thread.sleep(1000);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static final class First {

		static {
			meanwhile();
			Second.touch();
		}

		private static void touch() {
			// Is initialised now
		}

	}

	private static final class Second {

		static {
			meanwhile();
			First.touch();
		}

		private static void touch() {
			// Is initialised now
		}

	}

	@Sick(value = "requests wait for a class whose initialiser waits for an answer",
			says = { "9 |8 ", "Jvm\\$Rates\\.<clinit>|Jvm\\$Rates" })
	static void slowInitialiser(Desk desk) throws Exception {
		desk.serves(Jvm::rate).visitedBy(9);
	}

	private static Object rate() {
		return Rates.dollar();
	}

	private static final class Rates {

		static {
			release();
		}

		private static Object dollar() {
			return 1.1;
		}

	}

}
