package io.github.gmr.sick;

import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.gmr.process.ClassPath;
import io.github.gmr.process.Patient;
import io.github.gmr.process.PatientBuilder;

/**
 * Deploys applications as a server deploys WARs: each in a class loader of its own that
 * holds everything, this library included. Told on stdin: {@code deploy <name>},
 * {@code undeploy <name>}, {@code reload <name> <times>}; {@code foreign} sets a handler
 * for the signal that calls the one before; {@code count} prints the class loaders of
 * applications that are gone but are still there, and the threads of the library.
 */
public class WarsApplication {

	private static final Map<String, Class<?>> deployed = new HashMap<>();

	private static final List<WeakReference<ClassLoader>> gone = new ArrayList<>();

	public static void main(String[] args) throws Exception {
		BufferedReader stdin = new BufferedReader(new InputStreamReader(System.in));
		System.out.println("ready");
		for (String line = stdin.readLine(); line != null; line = stdin.readLine()) {
			obey(line.split(" "));
			System.out.println("done: " + line);
		}
	}

	static PatientBuilder patient() {
		return Patient.main(WarsApplication.class, ClassPath.ofLibrary()).jvm(PatientBuilder.SHORT_LIVED, "-Xmx128m");
	}

	private static void obey(String[] words) throws Exception {
		switch (words[0]) {
			case "deploy" -> deploy(words[1]);
			case "undeploy" -> undeploy(words[1]);
			case "reload" -> {
				for (int i = 0; i < Integer.parseInt(words[2]); i++) {
					undeploy(words[1]);
					deploy(words[1]);
				}
			}
			case "foreign" -> ForeignHandler.install();
			case "count" -> count();
			default -> throw new IllegalArgumentException(words[0]);
		}
	}

	/**
	 * On a thread of its own, as what runs an application leaves marks on its thread.
	 */
	private static void deploy(String name) throws Exception {
		URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader());
		Class<?> application = loader.loadClass(WarApplication.class.getName());
		Thread thread = new Thread(() -> call(application, "start", name), "deploy");
		thread.setContextClassLoader(loader);
		thread.start();
		thread.join();
		deployed.put(name, application);
	}

	private static void undeploy(String name) throws Exception {
		Class<?> application = deployed.remove(name);
		Thread thread = new Thread(() -> call(application, "stop"), "undeploy");
		thread.setContextClassLoader(application.getClassLoader());
		thread.start();
		thread.join();
		gone.add(new WeakReference<>(application.getClassLoader()));
		((URLClassLoader) application.getClassLoader()).close();
	}

	private static void call(Class<?> application, String method, Object... arguments) {
		try {
			Class<?>[] types = Stream.of(arguments).map(Object::getClass).toArray(Class<?>[]::new);
			application.getMethod(method, types).invoke(null, arguments);
		}
		catch (ReflectiveOperationException ex) {
			ex.printStackTrace();
		}
	}

	private static URL[] classPath() throws MalformedURLException {
		List<URL> urls = new ArrayList<>();
		for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
			urls.add(Path.of(entry).toUri().toURL());
		}
		return urls.toArray(URL[]::new);
	}

	private static void count() {
		// What the JDK and the framework keep softly goes first
		Heap.fill();
		Heap.empty();
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
		while (remaining() + threads() > 0 && System.nanoTime() < end) {
			System.gc();
		}
		System.out.println("class loaders: " + remaining());
		System.out.println("threads: " + threads());
	}

	private static long threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("gmr-"))
			.count();
	}

	private static long remaining() {
		return gone.stream().filter((loader) -> loader.get() != null).count();
	}

}
