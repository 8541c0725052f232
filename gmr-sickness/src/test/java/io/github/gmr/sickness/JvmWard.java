package io.github.gmr.sickness;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntUnaryOperator;
import java.util.zip.Deflater;

import javax.management.ObjectName;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Conditions of the JVM beside its heap.
 */
@Configuration(proxyBeanMethods = false)
class JvmWard {

	private static final int BLOCK = 1024 * 1024;

	private static final byte[] INPUT = new byte[BLOCK];

	private static final byte[] OUTPUT = new byte[BLOCK];

	/**
	 * Longer than the JVM is not asked again.
	 */
	private static final Duration LONG = Duration.ofSeconds(11);

	private final List<Object> kept = new ArrayList<>();

	private volatile int result;

	@Bean("sick direct-memory-full")
	Condition manyBuffers() {
		return buffers(60);
	}

	@Bean("well direct-memory-full")
	Condition someBuffers() {
		return buffers(40);
	}

	private Condition buffers(int count) {
		return Condition.of(() -> {
			for (int i = 0; i < count; i++) {
				this.kept.add(ByteBuffer.allocateDirect(BLOCK));
			}
		}, () -> Crowd.await(() -> {
			forget();
			return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)
				.stream()
				.allMatch((pool) -> pool.getTotalCapacity() < 20 * BLOCK);
		}));
	}

	private void forget() {
		this.kept.clear();
		System.gc();
	}

	@Bean("sick out-of-memory-thrown")
	Condition swallowedError() {
		return () -> {
			try {
				this.kept.add(new long[Integer.MAX_VALUE - 8]);
			}
			catch (OutOfMemoryError ex) {
				Crowd.awaitAge(System.nanoTime(), LONG);
			}
		};
	}

	@Bean("well out-of-memory-thrown")
	Condition largeArray() {
		return () -> this.result = new byte[8 * BLOCK].length;
	}

	@Bean("sick class-loaders-many")
	Condition manyLoaders() {
		return loaders(1000, 15_500);
	}

	@Bean("well class-loaders-many")
	Condition someLoaders() {
		return loaders(50, 0);
	}

	private Condition loaders(int count, int classes) {
		return Condition.of(() -> {
			ClassLoadingMXBean loading = ManagementFactory.getClassLoadingMXBean();
			for (int i = 0; i < count || loading.getLoadedClassCount() < classes; i++) {
				this.kept.add(plugin());
			}
			Crowd.awaitAge(System.nanoTime(), LONG);
		}, () -> {
			forget();
			Crowd.awaitAge(System.nanoTime(), LONG);
		});
	}

	@Bean("sick explicit-gc")
	Condition collectionsAgainAndAgain() {
		return Condition.of(() -> {
			collections(12).begin();
			Crowd.awaitAge(System.nanoTime(), LONG.multipliedBy(2));
		}, Condition.NONE);
	}

	@Bean("well explicit-gc")
	Condition collectionsNowAndThen() {
		return collections(3);
	}

	private static Condition collections(int count) {
		return () -> {
			for (int i = 0; i < count; i++) {
				System.gc();
			}
		};
	}

	@Bean("sick native-memory-high")
	Condition manyDeflaters() {
		return deflaters(700);
	}

	@Bean("well native-memory-high")
	Condition someDeflaters() {
		return deflaters(50);
	}

	/**
	 * Deflaters that are not closed, for some megabytes more.
	 */
	private Condition deflaters(long megabytes) {
		return Condition.of(() -> {
			long before = resident();
			while (resident() - before < megabytes * 1024) {
				Deflater deflater = new Deflater();
				deflater.setInput(INPUT);
				deflater.finish();
				this.result += deflater.deflate(OUTPUT);
				this.kept.add(deflater);
			}
		}, this::forget);
	}

	private static long resident() throws IOException {
		return Files.readAllLines(Path.of("/proc/self/status"))
			.stream()
			.filter((line) -> line.startsWith("RssAnon:"))
			.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")))
			.findFirst()
			.orElseThrow();
	}

	@Bean("sick code-cache-full")
	Condition codeWithoutEnd() {
		return () -> {
			while (!codeCache().contains("disabled (not enough")) {
				IntUnaryOperator plugin = plugin();
				for (int i = 0; i < 500; i++) {
					this.result += plugin.applyAsInt(i);
				}
				this.kept.add(plugin);
			}
		};
	}

	@Bean({ "well code-cache-full", "sick serial-collector", "well serial-collector" })
	Condition asStarted() {
		return Condition.NONE;
	}

	@Bean("sick finalizer-stuck")
	Condition stuckFinalizer() {
		return new Leftovers(true);
	}

	@Bean("well finalizer-stuck")
	Condition workingFinalizer() {
		return new Leftovers(false);
	}

	private static String codeCache() throws Exception {
		return String.valueOf(ManagementFactory.getPlatformMBeanServer()
			.invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), "compilerCodecache", new Object[0],
					new String[0]));
	}

	private static IntUnaryOperator plugin() throws Exception {
		return new PluginLoader().load().getDeclaredConstructor().newInstance();
	}

	/**
	 * Loads one class that others of its kind have loaded, too.
	 */
	private static final class PluginLoader extends ClassLoader {

		private PluginLoader() {
			super(JvmWard.class.getClassLoader());
		}

		private Class<? extends IntUnaryOperator> load() throws IOException {
			String name = Plugin.class.getName();
			try (InputStream in = Plugin.class.getResourceAsStream("JvmWard$Plugin.class")) {
				byte[] bytes = in.readAllBytes();
				return defineClass(name, bytes, 0, bytes.length).asSubclass(IntUnaryOperator.class);
			}
		}

	}

	/**
	 * Code that is worth to compile.
	 */
	public static final class Plugin implements IntUnaryOperator {

		@Override
		public int applyAsInt(int number) {
			int sum = 0;
			for (int i = 0; i < 50; i++) {
				sum += Integer.toHexString(number + i).hashCode() ^ Long.toString(sum).length();
			}
			return sum;
		}

	}

	/**
	 * Objects that are finalized, if the first of them lets the others.
	 */
	private record Leftovers(boolean stuck) implements Condition {

		@Override
		public void begin() throws Exception {
			Leftover.end = new CountDownLatch(this.stuck ? 1 : 0);
			for (int i = 0; i < 100; i++) {
				new Leftover();
			}
			MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
			Crowd.await(() -> {
				System.gc();
				return !this.stuck || memory.getObjectPendingFinalizationCount() > 0;
			});
		}

		@Override
		public void end() throws Exception {
			Leftover.end.countDown();
			Crowd.await(() -> ManagementFactory.getMemoryMXBean().getObjectPendingFinalizationCount() == 0);
		}

	}

	/**
	 * Waits in its finalizer.
	 */
	private static final class Leftover {

		private static volatile CountDownLatch end = new CountDownLatch(0);

		@Override
		@SuppressWarnings({ "deprecation", "removal" })
		protected void finalize() throws InterruptedException {
			end.await();
		}

	}

}
