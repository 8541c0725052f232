package io.github.gmr.section.dump;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The tree in which the JDK keeps threads. It is the JDK's own, so that the application
 * has to export it.
 *
 * @param container a container of the tree
 */
record ThreadContainers(Object container) {

	private static final String PACKAGE = "jdk.internal.vm";

	private static final String ROOT = "<root>";

	static boolean areExported() {
		return Object.class.getModule().isExported(PACKAGE, ThreadContainers.class.getModule());
	}

	static ThreadContainers root() throws IOException {
		return new ThreadContainers(call("ThreadContainers", "root", null));
	}

	/**
	 * Return the name of the container as the JDK's dump has it.
	 */
	String name() {
		String name = this.container.toString();
		return name.contains(ROOT) ? ROOT : name;
	}

	Stream<Thread> threads() throws IOException {
		return ((Stream<?>) call("ThreadContainer", "threads", this.container)).map(Thread.class::cast);
	}

	List<ThreadContainers> children() throws IOException {
		return ((Stream<?>) call("ThreadContainer", "children", this.container))
			.<ThreadContainers>map(ThreadContainers::new)
			.toList();
	}

	private static Object call(String type, String method, @Nullable Object target) throws IOException {
		try {
			return Class.forName(PACKAGE + "." + type).getMethod(method).invoke(target);
		}
		catch (ReflectiveOperationException ex) {
			throw new IOException("This JDK does not name its threads: " + ex, ex);
		}
	}

}
