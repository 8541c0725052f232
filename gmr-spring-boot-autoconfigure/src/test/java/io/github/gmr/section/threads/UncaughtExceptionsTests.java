package io.github.gmr.section.threads;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.Thread.UncaughtExceptionHandler;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.github.gmr.content.Finding;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UncaughtExceptions} and {@link DiedThreads}.
 */
class UncaughtExceptionsTests {

	private final @Nullable UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();

	private final UncaughtExceptions exceptions = new UncaughtExceptions();

	private final PrintStream stderr = System.err;

	private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

	@BeforeEach
	void takeStderr() {
		Thread.setDefaultUncaughtExceptionHandler(null);
		System.setErr(new PrintStream(this.printed, true));
	}

	@AfterEach
	void giveBack() {
		System.setErr(this.stderr);
		Thread.setDefaultUncaughtExceptionHandler(this.before);
	}

	@Test
	void threadThatDiesIsRememberedAndPrintedAsBefore() throws Exception {
		Throwable cause = new IllegalStateException("no more");
		die("consumer", cause);
		String usual = printed();
		this.exceptions.join();
		die("consumer", cause);
		assertThat(printed()).isEqualTo(usual).startsWith("Exception in thread \"consumer\" java.lang.IllegalState");
		assertThat(this.exceptions.died()).singleElement().satisfies((died) -> {
			assertThat(died.words()).matches("\"consumer\" #\\d+ died of java.lang.IllegalStateException: no more.*");
			assertThat(died.replaced()).isFalse();
		});
	}

	@Test
	void workerThatDiesIsReplaced() throws Exception {
		this.exceptions.join();
		ExecutorService executor = Executors.newFixedThreadPool(1);
		try {
			executor.execute(() -> {
				throw new IllegalStateException("no more");
			});
			Awaitility.await()
				.dontCatchUncaughtExceptions()
				.untilAsserted(() -> assertThat(this.exceptions.died()).singleElement().matches(DiedThread::replaced));
		}
		finally {
			executor.shutdownNow();
		}
	}

	@Test
	void handlerThatIsSetIsLeftAlone() throws Exception {
		List<Throwable> seen = new ArrayList<>();
		UncaughtExceptionHandler own = (thread, cause) -> seen.add(cause);
		Thread.setDefaultUncaughtExceptionHandler(own);
		this.exceptions.join();
		die("consumer", new IllegalStateException());
		assertThat(seen).hasSize(1);
		assertThat(this.exceptions.died()).isEmpty();
		assertThat(this.exceptions.areRemembered()).isFalse();
		this.exceptions.leave();
		assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(own);
	}

	@Test
	void handlerThatIsSetLaterStays() throws Exception {
		this.exceptions.join();
		UncaughtExceptionHandler ours = Thread.getDefaultUncaughtExceptionHandler();
		UncaughtExceptionHandler chain = (thread, cause) -> ours.uncaughtException(thread, cause);
		Thread.setDefaultUncaughtExceptionHandler(chain);
		die("consumer", new IllegalStateException());
		assertThat(this.exceptions.died()).hasSize(1);
		this.exceptions.leave();
		assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(chain);
		this.printed.reset();
		die("consumer", new IllegalStateException("late"));
		assertThat(printed()).startsWith("java.lang.IllegalStateException: late");
		assertThat(this.exceptions.died()).isEmpty();
	}

	@Test
	void placeIsGivenBackWhenLastApplicationEnds() {
		this.exceptions.join();
		this.exceptions.join();
		this.exceptions.leave();
		assertThat(Thread.getDefaultUncaughtExceptionHandler()).isNotNull();
		this.exceptions.leave();
		assertThat(Thread.getDefaultUncaughtExceptionHandler()).isNull();
	}

	@Test
	void lastOnesAreRemembered() throws Exception {
		this.exceptions.join();
		for (int i = 0; i < 30; i++) {
			die("consumer-" + i, new IllegalStateException());
		}
		assertThat(this.exceptions.died()).hasSize(20).last().extracting(DiedThread::name).isEqualTo("consumer-29");
	}

	@Test
	void handlerThatOthersKeepPinsNoClassLoader() throws Exception {
		WeakReference<ClassLoader> copy = joinAndLeaveCopy();
		UncaughtExceptionHandler kept = Thread.getDefaultUncaughtExceptionHandler();
		Awaitility.await().until(() -> {
			System.gc();
			return copy.get() == null;
		});
		assertThat(kept).isNotNull().isSameAs(Thread.getDefaultUncaughtExceptionHandler());
	}

	/**
	 * Let a copy of the library come and go, and another handler call that of the copy
	 * for ever.
	 */
	private static WeakReference<ClassLoader> joinAndLeaveCopy() throws Exception {
		try (URLClassLoader loader = copyOfLibrary()) {
			Class<?> type = loader.loadClass(UncaughtExceptions.class.getName());
			assertThat(type).isNotEqualTo(UncaughtExceptions.class);
			Object exceptions = type.getMethod("ofThisJvm").invoke(null);
			type.getMethod("join").invoke(exceptions);
			UncaughtExceptionHandler kept = Thread.getDefaultUncaughtExceptionHandler();
			Thread.setDefaultUncaughtExceptionHandler((thread, cause) -> kept.uncaughtException(thread, cause));
			type.getMethod("leave").invoke(exceptions);
			return new WeakReference<>(loader);
		}
	}

	private static URLClassLoader copyOfLibrary() {
		URL classes = UncaughtExceptions.class.getProtectionDomain().getCodeSource().getLocation();
		return new URLClassLoader(new URL[] { classes }, UncaughtExceptions.class.getClassLoader()) {

			@Override
			protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
				synchronized (getClassLoadingLock(name)) {
					Class<?> loaded = findLoadedClass(name);
					return (loaded != null) ? loaded
							: name.startsWith("io.github.gmr.") ? findClass(name) : super.loadClass(name, resolve);
				}
			}

		};
	}

	@ParameterizedTest
	@CsvSource({ "1, false, WARNING", "23, false, WARNING", "24, false, INFO", "1, true, INFO" })
	void checkSaysWhichThreadDied(int hours, boolean replaced, Finding.Severity severity) {
		Instant now = Instant.now();
		DiedThread thread = new DiedThread(now.minus(Duration.ofHours(hours)), "consumer", 7, "java.lang.Error: x",
				List.of("com.acme.Consumer.take(Consumer.java:41)"), replaced);
		assertThat(DiedThreads.check(List.of(thread), now).findings()).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(severity);
			assertThat(finding.summary()).startsWith(
					"\"consumer\" #7 died of java.lang.Error: x, at com.acme.Consumer.take(Consumer.java:41), ");
		});
	}

	@Test
	void checkWhenWorkersHaveDiedLaterSaysTheOneThatIsMissed() {
		Instant now = Instant.now();
		DiedThread consumer = new DiedThread(now.minusSeconds(60), "consumer", 7, "java.lang.Error: x", List.of(),
				false);
		DiedThread worker = new DiedThread(now.minusSeconds(1), "pool-1", 8, "java.lang.Error: x", List.of(), true);
		assertThat(DiedThreads.check(List.of(consumer, worker), now).findings()).singleElement()
			.extracting(Finding::summary)
			.isEqualTo("\"consumer\" #7 died of java.lang.Error: x, 1 min ago, one of 2 that have died");
	}

	private void die(String name, Throwable cause) throws InterruptedException {
		Thread thread = new Thread(() -> UncaughtExceptionsTests.<RuntimeException>sneak(cause), name);
		thread.start();
		thread.join();
	}

	@SuppressWarnings("unchecked")
	private static <T extends Throwable> void sneak(Throwable cause) throws T {
		throw (T) cause;
	}

	private String printed() {
		String text = this.printed.toString(StandardCharsets.UTF_8);
		this.printed.reset();
		return text;
	}

}
