package io.github.gmr.actuate;

import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.WebApplicationType;

/**
 * Servers that serve the endpoint.
 */
enum WebServerKind {

	MVC(WebApplicationType.SERVLET, "local.server.port"),

	MVC_MANAGEMENT_PORT(WebApplicationType.SERVLET, "local.management.port", "--management.server.port=0",
			"--management.server.address=127.0.0.1"),

	WEBFLUX(WebApplicationType.REACTIVE, "local.server.port", WebServerKind.NETTY),

	WEBFLUX_MANAGEMENT_PORT(WebApplicationType.REACTIVE, "local.management.port", WebServerKind.NETTY,
			"--management.server.port=0", "--management.server.address=127.0.0.1");

	/**
	 * Tomcat is on the class path, too.
	 */
	private static final String NETTY = "--spring.autoconfigure.exclude="
			+ "org.springframework.boot.tomcat.autoconfigure.reactive.TomcatReactiveWebServerAutoConfiguration,"
			+ "org.springframework.boot.tomcat.autoconfigure.actuate.web.server.TomcatReactiveManagementContextAutoConfiguration";

	private final WebApplicationType type;

	private final String port;

	private final List<String> arguments;

	WebServerKind(WebApplicationType type, String port, String... arguments) {
		this.type = type;
		this.port = port;
		this.arguments = List.of(arguments);
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
