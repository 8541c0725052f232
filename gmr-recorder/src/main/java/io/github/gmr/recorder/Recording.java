package io.github.gmr.recorder;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.github.gmr.content.Threads;
import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.section.hotspot.HotSpotFrame;
import io.github.gmr.section.hotspot.HotSpotState;
import io.github.gmr.section.virtual.GreenThreadsOptions;
import io.github.gmr.section.virtual.GreenThreadsSection;
import org.jspecify.annotations.Nullable;

/**
 * A file with the stacks of threads that wait, each under what it is expected to be.
 */
final class Recording {

	private static final int LOOKS = 4;

	private static final int MAX_LOOKS = 100;

	private final StringBuilder text = new StringBuilder();

	private final String name;

	private final String subject;

	private final Set<String> jars = new TreeSet<>();

	private int failures;

	/**
	 * Begin a recording.
	 * @param name the name of the file, without the JDK
	 * @param subject what is recorded, with its version
	 */
	Recording(String name, String subject) {
		this.name = name;
		this.subject = subject;
	}

	/**
	 * Play a scene on a platform thread and, where there are any, on a virtual one.
	 * @param expected the kind of activity and its words, such as
	 * {@code "latch: waits for a CountDownLatch"}
	 * @param scene the scene
	 */
	void both(String expected, Scene scene) {
		platform(expected, scene);
		if (Runtime.version().feature() >= 21) {
			virtual(expected, scene);
		}
	}

	/**
	 * Play a scene on a platform thread.
	 */
	void platform(String expected, Scene scene) {
		Thread thread = new Thread(() -> play(expected, scene), "actor");
		thread.setDaemon(true);
		thread.start();
		add(expected, "platform", awaitStanding(thread.getId()));
	}

	/**
	 * Record a thread that something else has started.
	 */
	void named(String expected, Predicate<String> name) {
		for (int i = 0; i < 400; i++) {
			for (ThreadInfo thread : ManagementFactory.getThreadMXBean().dumpAllThreads(false, false, 0)) {
				if (name.test(thread.getThreadName())) {
					add(expected, "platform", awaitStanding(thread.getThreadId()));
					return;
				}
			}
			pause();
		}
		fail(expected, "no such thread");
	}

	/**
	 * Record a thread with some word in a frame that something else has started.
	 */
	void standing(String expected, String word) {
		for (int i = 0; i < 100; i++) {
			for (ThreadInfo thread : ManagementFactory.getThreadMXBean().dumpAllThreads(false, false)) {
				if (Arrays.stream(thread.getStackTrace()).anyMatch((frame) -> frame.toString().contains(word))) {
					add(expected, "platform", awaitStanding(thread.getThreadId()));
					return;
				}
			}
			pause();
		}
		fail(expected, "no thread stands at " + word);
	}

	private void virtual(String expected, Scene scene) {
		Thread thread = startVirtual(() -> play(expected, scene));
		Map<Stack, Integer> seen = new HashMap<>();
		Stack now = null;
		for (int i = 0; i < MAX_LOOKS && !(now != null && seen.merge(now, 1, Integer::sum) > LOOKS); i++) {
			pause();
			now = stackOfVirtual(thread.getId());
		}
		add(expected, "virtual", now);
	}

	private static Thread startVirtual(Runnable task) {
		try {
			return (Thread) Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static @Nullable Stack stackOfVirtual(long id) {
		try {
			GreenThreadsSection section = new GreenThreadsSection(GreenThreadsOptions.DEFAULT,
					(task) -> new Thread(task).start());
			if (section.content() instanceof Threads threads) {
				for (StackGroup group : threads.groups()) {
					if (group.threads().stream().anyMatch((thread) -> thread.id() == id)) {
						return new Stack(String.valueOf(group.state()), group.frames());
					}
				}
			}
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		return null;
	}

	private void play(String expected, Scene scene) {
		try {
			scene.play();
			System.err.println("ended: " + expected);
		}
		catch (Throwable ex) {
			System.err.println("failed: " + expected + ": " + ex);
			ex.printStackTrace();
		}
	}

	private static @Nullable Stack awaitStanding(long id) {
		Map<Stack, Integer> seen = new HashMap<>();
		for (int i = 0; i < MAX_LOOKS; i++) {
			pause();
			Stack now = stack(id);
			if (now != null && seen.merge(now, 1, Integer::sum) > LOOKS) {
				return now;
			}
		}
		return null;
	}

	private static @Nullable Stack stack(long id) {
		ThreadInfo thread = ManagementFactory.getThreadMXBean().getThreadInfo(id, Integer.MAX_VALUE);
		if (thread == null) {
			return null;
		}
		StackTraceElement[] frames = thread.getStackTrace();
		String state = thread.getThreadState().name();
		return new Stack((frames.length > 0)
				? HotSpotState.of(state, frames[0].getClassName(), frames[0].getMethodName()) : state,
				Arrays.stream(frames).map(HotSpotFrame::of).toList());
	}

	private static void pause() {
		LockSupport.parkNanos(60_000_000);
	}

	private void add(String expected, String thread, @Nullable Stack stack) {
		if (stack == null) {
			fail(expected, "no stack of the " + thread + " thread");
			return;
		}
		this.text.append(String.format(Locale.ROOT, "%n%s (%s)%n%s%n", expected, thread, stack.state()));
		stack.frames().forEach((frame) -> this.text.append("\tat ").append(frame).append('\n'));
		stack.frames().forEach(this::addJar);
	}

	private void addJar(String frame) {
		try {
			Class<?> type = Class.forName(frame.substring(0, frame.lastIndexOf('.', frame.indexOf('('))), false,
					getClass().getClassLoader());
			CodeSource source = type.getProtectionDomain().getCodeSource();
			if (source != null && source.getLocation().getPath().endsWith(".jar")) {
				this.jars.add(Path.of(source.getLocation().getPath()).getFileName().toString());
			}
		}
		catch (ClassNotFoundException | LinkageError ex) {
			// a class that is generated
		}
	}

	private void fail(String expected, String why) {
		this.failures++;
		System.err.println(expected + ": " + why);
	}

	/**
	 * Write the file.
	 * @param folder its folder
	 * @throws IOException if it cannot be written
	 */
	void write(Path folder) throws IOException {
		Files.createDirectories(folder);
		Path file = folder.resolve(this.name + "-jdk" + Runtime.version().feature() + ".txt");
		Files.writeString(file,
				"# %s, on JDK %s%n# Made by gmr-recorder, not by hand.%n".formatted(this.subject, Runtime.version())
						+ this.jars.stream().map("# %s%n"::formatted).collect(Collectors.joining()) + this.text);
		System.out.println(file + ((this.failures > 0) ? ", " + this.failures + " failed" : ""));
	}

	private record Stack(String state, List<String> frames) {

	}

}
