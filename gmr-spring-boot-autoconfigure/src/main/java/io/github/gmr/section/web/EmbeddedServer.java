package io.github.gmr.section.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.gmr.section.bean.Readings;
import io.github.gmr.section.bean.Subjects;
import io.github.gmr.worker.Workers;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanWrapper;
import org.springframework.beans.BeansException;
import org.springframework.beans.PropertyAccessorFactory;

/**
 * The web server inside of an application. It is read by the paths of its properties, as
 * its types differ from server to server and from one line of Spring Boot to the next.
 */
public final class EmbeddedServer {

	private static final String SUFFIX = "WebServer";

	/**
	 * Stands for a bean of Jetty that is known by its type only.
	 */
	private static final String JETTY_LIMIT = "ConnectionLimit";

	private final Object context;

	private final Workers workers;

	private final Subjects subjects = new Subjects();

	/**
	 * Create the server of a context.
	 * @param context the application context, which may have a web server
	 * @param workers ask the server for each of its figures
	 */
	public EmbeddedServer(Object context, Workers workers) {
		this.context = context;
		this.workers = workers;
	}

	/**
	 * Read how busy the server is. Nothing is asked over the network.
	 * @return the state, or {@code null} if there is no server
	 */
	@Nullable ServerState read() {
		Object server = value(this.context, "webServer");
		if (server == null) {
			return null;
		}
		String kind = kind(server);
		Map<String, String> paths = Paths.of(kind).byName();
		return new ServerState(kind, Readings.of(this.workers, paths.entrySet(), Map.Entry::getKey,
				(figure) -> this.subjects.of(figure.getKey()), (figure) -> number(server, figure.getValue())));
	}

	/**
	 * Returns what the server is called, as a {@code JettyServletWebServer} is a
	 * {@code JettyWebServer}.
	 */
	private static String kind(Object server) {
		String kind = server.getClass().getSimpleName();
		for (Class<?> type = server.getClass(); type != null; type = type.getSuperclass()) {
			String name = type.getSimpleName();
			kind = name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : kind;
		}
		return kind;
	}

	/**
	 * Returns a number, or that of elements; a negative one says that there is no such
	 * thing.
	 */
	private static @Nullable Number number(Object server, String path) {
		Object value = path.equals(JETTY_LIMIT) ? jettyLimit(server) : value(server, path);
		if (value instanceof Collection<?> elements) {
			return elements.size();
		}
		return (value instanceof Number number && number.longValue() >= 0) ? number : null;
	}

	/**
	 * Returns what one of Jetty's two kinds of limits says.
	 */
	private static @Nullable Object jettyLimit(Object server) {
		if (value(server, "server.beans") instanceof Collection<?> beans) {
			for (Object bean : beans) {
				if (bean.getClass().getSimpleName().endsWith(JETTY_LIMIT)) {
					Object max = value(bean, "maxNetworkConnectionCount");
					return (max != null) ? max : value(bean, "maxConnections");
				}
			}
		}
		return null;
	}

	private static @Nullable Object value(Object bean, String path) {
		try {
			BeanWrapper properties = PropertyAccessorFactory.forBeanPropertyAccess(bean);
			return properties.isReadableProperty(path) ? properties.getPropertyValue(path) : null;
		}
		catch (BeansException | LinkageError ex) {
			// Another version of the server, or one that has stopped
			return null;
		}
	}

	/**
	 * Where servers have their figures.
	 */
	private enum Paths {

		TOMCAT("tomcat.connector.protocolHandler.executor.activeCount", "tomcat.connector.protocolHandler.maxThreads",
				"tomcat.connector.protocolHandler.connectionCount", "tomcat.connector.protocolHandler.maxConnections"),

		/**
		 * Threads that accept and select are always busy, and none of them deals with
		 * requests.
		 */
		JETTY("server.threadPool.utilizedThreads", "server.threadPool.maxAvailableThreads",
				"server.connectors[0].connectedEndPoints", JETTY_LIMIT),

		OTHER("unknown", "unknown", "unknown", "unknown");

		private final String busy;

		private final String max;

		private final String connections;

		private final String maxConnections;

		Paths(String busy, String max, String connections, String maxConnections) {
			this.busy = busy;
			this.max = max;
			this.connections = connections;
			this.maxConnections = maxConnections;
		}

		/**
		 * Return the paths by what the figures are called.
		 */
		Map<String, String> byName() {
			Map<String, String> paths = new LinkedHashMap<>();
			paths.put("port", "port");
			paths.put("busy threads", this.busy);
			paths.put(ServerState.MAX, this.max);
			paths.put(ServerState.CONNECTIONS, this.connections);
			paths.put(ServerState.MAX_CONNECTIONS, this.maxConnections);
			return paths;
		}

		static Paths of(String kind) {
			for (Paths paths : values()) {
				if (paths.name().equalsIgnoreCase(kind)) {
					return paths;
				}
			}
			return OTHER;
		}

	}

}
