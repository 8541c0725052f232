package io.github.gmr.actuate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.springframework.boot.WebApplicationType;
import org.springframework.util.ClassUtils;

/**
 * Servers that serve the endpoint.
 */
enum WebServerKind {

	MVC(WebApplicationType.SERVLET, "local.server.port"),

	MVC_MANAGEMENT_PORT(WebApplicationType.SERVLET, "local.management.port", "--management.server.port=0",
			"--management.server.address=127.0.0.1"),

	WEBFLUX(WebApplicationType.REACTIVE, "local.server.port", WebServerKind.NETTY),

	WEBFLUX_MANAGEMENT_PORT(WebApplicationType.REACTIVE, "local.management.port", WebServerKind.NETTY,
			"--management.server.port=0", "--management.server.address=127.0.0.1"),

	JETTY(WebApplicationType.SERVLET, "local.server.port", WebServerKind.NO_TOMCAT),

	JERSEY(WebApplicationType.SERVLET, "local.server.port"),

	JERSEY_MANAGEMENT_PORT(WebApplicationType.SERVLET, "local.management.port", "--management.server.port=0",
			"--management.server.address=127.0.0.1");

	/**
	 * Tomcat is on the class path, too.
	 */
	private static final String NETTY = "--spring.autoconfigure.exclude="
			+ "org.springframework.boot.tomcat.autoconfigure.reactive.TomcatReactiveWebServerAutoConfiguration,"
			+ "org.springframework.boot.tomcat.autoconfigure.actuate.web.server.TomcatReactiveManagementContextAutoConfiguration";

	private static final String NO_TOMCAT = "--spring.autoconfigure.exclude="
			+ "org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration";

	private final WebApplicationType type;

	private final String port;

	private final List<String> arguments;

	WebServerKind(WebApplicationType type, String port, String... arguments) {
		this.type = type;
		this.port = port;
		this.arguments = List.of(arguments);
	}

	/**
	 * Return the servers that the class path is for: Spring Boot prefers Spring MVC to
	 * Jersey.
	 * @return the kinds
	 */
	static Set<WebServerKind> onClassPath() {
		if (!ClassUtils.isPresent("org.springframework.web.servlet.DispatcherServlet", null)) {
			return EnumSet.of(JERSEY, JERSEY_MANAGEMENT_PORT);
		}
		return ClassUtils.isPresent("org.eclipse.jetty.server.Server", null) ? EnumSet.of(JETTY)
				: EnumSet.range(MVC, WEBFLUX_MANAGEMENT_PORT);
	}

	WebApplicationType type() {
		return this.type;
	}

	/**
	 * Return the property with the port of the endpoint.
	 * @return the name of the property
	 */
	String port() {
		return this.port;
	}

	String[] arguments(String... more) {
		List<String> all = new ArrayList<>(this.arguments);
		all.addAll(List.of("--server.port=0", "--server.address=127.0.0.1", "--spring.main.banner-mode=off",
				"--spring.application.name=my shop", "--management.endpoints.web.exposure.include=gmr,health"));
		all.addAll(List.of(more));
		return all.toArray(String[]::new);
	}

}
