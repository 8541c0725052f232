package io.github.gmr.sickness;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.zip.Deflater;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import io.github.gmr.sickness.Crowd.Work;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Conditions that are known from how figures change: something becomes more all the time,
 * or for some time only.
 */
@Configuration(proxyBeanMethods = false)
class TrendWard {

	private static final int MEGABYTE = 1024 * 1024;

	private static final byte[] INPUT = new byte[MEGABYTE / 16];

	private static final byte[] OUTPUT = new byte[MEGABYTE / 16];

	private final List<Object> kept = new ArrayList<>();

	private final Crowd senders = new Crowd();

	@Bean("sick heap-growing")
	Condition leak() {
		return slowly(() -> keepHeap(4), 30);
	}

	/**
	 * A cache that is filled, stays for a while, and is emptied.
	 */
	@Bean("well heap-growing")
	Condition cache() {
		return quickly(() -> keepHeap(4), 6);
	}

	private void keepHeap(int megabytes) {
		this.kept.add(new byte[megabytes * MEGABYTE]);
		collect();
	}

	private static void collect() {
		System.gc();
	}

	/**
	 * Many small objects, which take long to be marked and moved.
	 */
	@Bean("sick collection-pause-long")
	Condition manyObjects() {
		return Condition.of(() -> {
			do {
				for (int i = 0; i < 2_000_000 && this.kept.size() < 10_000_000; i++) {
					this.kept.add(new Object[1]);
				}
				System.gc();
			}
			while (lastPause() < 300);
		}, this::forget);
	}

	@Bean("well collection-pause-long")
	Condition oneCollection() {
		return System::gc;
	}

	/**
	 * Returns how long the last collection took, in milliseconds.
	 */
	private static long lastPause() {
		return ManagementFactory.getGarbageCollectorMXBeans()
			.stream()
			.map((collector) -> ((GarbageCollectorMXBean) collector).getLastGcInfo())
			.filter(Objects::nonNull)
			.max(Comparator.comparingLong(GcInfo::getEndTime))
			.map(GcInfo::getDuration)
			.orElse(0L);
	}

	@Bean("sick threads-growing")
	Condition threadsWithoutEnd() {
		return slowly(() -> this.senders.add(30, "mail-sender", TrendWard::send), 60);
	}

	@Bean("well threads-growing")
	Condition manyThreadsAtOnce() {
		return quickly(() -> this.senders.add(60, "mail-sender", TrendWard::send), 3);
	}

	private static void send() throws InterruptedException {
		Thread.sleep(Long.MAX_VALUE);
	}

	@Bean("sick file-descriptors-growing")
	Condition filesWithoutEnd() {
		return slowly(() -> open(80), 100);
	}

	@Bean("well file-descriptors-growing")
	Condition manyFilesAtOnce() {
		return quickly(() -> open(200), 3);
	}

	private void open(int count) throws IOException {
		for (int i = 0; i < count; i++) {
			this.kept.add(Files.newInputStream(Path.of("/dev/null")));
		}
	}

	@Bean("sick classes-growing")
	Condition classesWithoutEnd() {
		return slowly(() -> load(600), 100);
	}

	@Bean("well classes-growing")
	Condition manyClassesAtOnce() {
		return quickly(() -> load(1500), 2);
	}

	private void load(int count) throws Exception {
		try (InputStream in = TrendWard.class.getResourceAsStream("TrendWard$Script.class")) {
			byte[] bytes = in.readAllBytes();
			for (int i = 0; i < count; i++) {
				this.kept.add(MethodHandles.lookup().defineHiddenClass(bytes, false).lookupClass());
			}
		}
	}

	@Bean("sick memory-growing")
	Condition nativeMemoryWithoutEnd() {
		Condition slowly = slowly(() -> deflate(20), 40);
		return Condition.of(() -> {
			deflate(300);
			slowly.begin();
		}, slowly::end);
	}

	/**
	 * Buffers that the JVM accounts for.
	 */
	@Bean("well memory-growing")
	Condition buffers() {
		return slowly(() -> this.kept.add(ByteBuffer.allocateDirect(8 * MEGABYTE)), 15);
	}

	/**
	 * Use about so many megabytes by deflaters that are not closed.
	 */
	private void deflate(int megabytes) {
		for (int i = 0; i < 4 * megabytes; i++) {
			Deflater deflater = new Deflater();
			deflater.setInput(INPUT);
			deflater.finish();
			deflater.deflate(OUTPUT);
			this.kept.add(deflater);
		}
	}

	private Condition slowly(Work step, int steps) {
		return new Change(step, steps, Duration.ofMillis(700));
	}

	private Condition quickly(Work step, int steps) {
		return new Change(step, steps, Duration.ZERO);
	}

	private void forget() throws Exception {
		this.senders.end();
		for (Object object : this.kept) {
			if (object instanceof Closeable file) {
				file.close();
			}
			else if (object instanceof Deflater deflater) {
				deflater.end();
			}
		}
		this.kept.clear();
		System.gc();
	}

	/**
	 * Something that loads.
	 */
	static final class Script {

	}

	/**
	 * Steps that are done one after another, while the process is looked at and after
	 * that.
	 */
	private final class Change implements Condition {

		/**
		 * Twice as long as a figure must have grown, for the first looks do not count.
		 */
		private static final Duration LONG = Duration.ofSeconds(17);

		private final Work step;

		private final int steps;

		private final Duration pause;

		private final Crowd worker = new Crowd();

		private Change(Work step, int steps, Duration pause) {
			this.step = step;
			this.steps = steps;
			this.pause = pause;
		}

		@Override
		public void begin() throws Exception {
			this.worker.add(1, "changer", this::change);
			Crowd.awaitAge(System.nanoTime(), LONG);
		}

		private void change() throws Exception {
			for (int i = 0; i < this.steps; i++) {
				this.step.run();
				Thread.sleep(this.pause.toMillis());
			}
			while (true) {
				collect();
				Thread.sleep(1000);
			}
		}

		@Override
		public void end() throws Exception {
			this.worker.end();
			forget();
		}

	}

}
