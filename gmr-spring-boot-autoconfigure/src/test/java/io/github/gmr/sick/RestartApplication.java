package io.github.gmr.sick;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import io.github.gmr.process.ClassPath;
import io.github.gmr.process.Patient;
import io.github.gmr.process.PatientBuilder;

/**
 * Starts and closes an application again and again as it is told on stdin:
 * {@code restart <times>}; {@code count} tells what is left.
 */
public class RestartApplication {

	private static final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();

	public static void main(String[] args) throws Exception {
		BufferedReader stdin = new BufferedReader(new InputStreamReader(System.in));
		// The framework's own shutdown hook keeps the first loader it meets
		RestartedApplication.run("--gmr.enabled=false");
		System.out.println("ready");
		for (String line = stdin.readLine(); line != null; line = stdin.readLine()) {
			if (line.equals("count")) {
				count();
			}
			else {
				restart(Integer.parseInt(line.split(" ")[1]));
			}
			System.out.println("done: " + line);
		}
	}

	static PatientBuilder patient() {
		return Patient.main(RestartApplication.class, ClassPath.ofLibrary()).jvm(PatientBuilder.SHORT_LIVED, "-Xmx96m");
	}

	private static void restart(int times) throws Exception {
		for (int i = 0; i < times; i++) {
			Thread thread = new Thread(RestartApplication::runOnce, "restarted");
			thread.start();
			thread.join();
		}
	}

	private static void runOnce() {
		ClassLoader loader = new RestartLoader();
		loaders.add(new WeakReference<>(loader));
		Thread.currentThread().setContextClassLoader(loader);
		try {
			loader.loadClass(RestartedApplication.class.getName())
				.getMethod("run", String.class)
				.invoke(null, "--gmr.touch-file.path=never-there");
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void count() {
		// What the framework keeps softly goes first
		Heap.fill();
		Heap.empty();
		System.gc();
		System.out.println("class loaders: " + loaders.stream().filter((loader) -> loader.get() != null).count());
		// A worker ends when its last task does
		for (int i = 0; i < 500 && threads() > 0; i++) {
			LockSupport.parkNanos(10_000_000);
		}
		System.out.println("threads: " + threads());
	}

	private static long threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("gmr-"))
			.count();
	}

	/**
	 * Loads the application itself, and leaves what it needs to the parent.
	 */
	private static final class RestartLoader extends ClassLoader {

		private RestartLoader() {
			super(RestartApplication.class.getClassLoader());
		}

		@Override
		protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
			if (!name.startsWith(RestartedApplication.class.getName())) {
				return super.loadClass(name, resolve);
			}
			Class<?> loaded = findLoadedClass(name);
			return (loaded != null) ? loaded : define(name);
		}

		private Class<?> define(String name) throws ClassNotFoundException {
			try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
				byte[] bytes = in.readAllBytes();
				return defineClass(name, bytes, 0, bytes.length);
			}
			catch (IOException ex) {
				throw new ClassNotFoundException(name, ex);
			}
		}

	}

}
