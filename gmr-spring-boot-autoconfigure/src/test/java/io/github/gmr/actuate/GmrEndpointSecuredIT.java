package io.github.gmr.actuate;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the {@link GmrEndpoint} with Spring Security on the class path.
 */
class GmrEndpointSecuredIT {

	private static final String PASSWORD = "Tr0ub4dor-and-3";

	private static final String HIDDEN = "greeting = ******";

	private static final String SHOWN = "greeting = good-morning";

	@Test
	void springSecurityIsOnTheClassPath() {
		assertThat(ClassUtils.isPresent("org.springframework.security.web.SecurityFilterChain", null)).isTrue();
	}

	@Test
	void reportWhenAnonymousIsUnauthorized() throws Exception {
		try (Secured application = new Secured("ADMIN", "--management.endpoint.gmr.show-values=always")) {
			HttpResponse<String> response = application.get(null);
			assertThat(response.statusCode()).isEqualTo(401);
			assertThat(response.body()).doesNotContain("Guru", "greeting");
		}
	}

	@Test
	void reportWhenAnonymousIsUnauthorizedHoweverPathIsWritten() throws Exception {
		try (Secured application = new Secured("ADMIN")) {
			for (String path : List.of("/actuator/gmr", "/actuator/%67mr", "/actuator/gmr;a=b", "/public/actuator/gmr",
					"/actuator/gmr?format=json")) {
				for (String method : List.of("GET", "HEAD", "POST")) {
					HttpResponse<String> response = application.send(method, path, null);
					assertThat(response.statusCode()).as(method + " " + path).isIn(400, 401, 403);
					assertThat(response.body()).doesNotContain("Guru", "reportVersion");
				}
			}
			assertThat(application.send("GET", "/public/actuator/gmr", "user").statusCode()).isEqualTo(404);
		}
	}

	@Test
	void reportIsThatOfTheEndpointWhateverIsDoneToBodies() throws Exception {
		try (Secured application = new Secured("ADMIN")) {
			HttpResponse<String> response = application.send("GET", "/actuator/gmr", "user");
			assertThat(response.headers().firstValue("Content-Type")).contains("text/plain;charset=UTF-8");
			assertThat(response.body()).contains("End of Guru Meditation");
		}
	}

	/**
	 * Forbidden, to be exact, but Spring Security protects the error page as well.
	 */
	@Test
	void publicationWithoutTokenOfTheApplicationIsForbidden() throws Exception {
		try (Secured application = new Secured("ADMIN")) {
			HttpResponse<String> response = application.send("POST", "/actuator/gmr", "user");
			assertThat(response.statusCode()).isIn(401, 403);
			assertThat(response.body()).doesNotContain("Guru");
		}
	}

	@Test
	void reportWhenValuesAreNeverShownHidesThemFromEveryUser() throws Exception {
		try (Secured application = new Secured("ADMIN")) {
			assertThat(application.get("user").body()).contains(HIDDEN).doesNotContain("good-morning", PASSWORD);
		}
	}

	@Test
	void reportWhenUserHasAnotherRoleHidesValues() throws Exception {
		try (Secured application = new Secured("GUEST", "--management.endpoint.gmr.show-values=when-authorized",
				"--management.endpoint.gmr.roles=ADMIN")) {
			assertThat(application.get("user").body()).contains(HIDDEN).doesNotContain("good-morning", PASSWORD);
		}
	}

	@Test
	void reportWhenUserHasTheRoleShowsValuesMasked() throws Exception {
		try (Secured application = new Secured("ADMIN", "--management.endpoint.gmr.show-values=when-authorized",
				"--management.endpoint.gmr.roles=ADMIN")) {
			HttpResponse<String> response = application.get("user");
			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(response.body()).contains(SHOWN, "password = ******").doesNotContain(PASSWORD);
		}
	}

	/**
	 * A secured application that has one user.
	 */
	private static final class Secured implements AutoCloseable {

		private final ConfigurableApplicationContext context;

		private Secured(String role, String... arguments) {
			List<String> all = new ArrayList<>(List.of(arguments));
			all.addAll(List.of("--server.port=0", "--server.address=127.0.0.1", "--acme.greeting=good-morning",
					"--management.endpoints.web.exposure.include=gmr", "--spring.security.user.name=user",
					"--spring.security.user.password=" + PASSWORD, "--spring.security.user.roles=" + role));
			this.context = SpringApplication.run(SecuredApplication.class, all.toArray(String[]::new));
		}

		private HttpResponse<String> get(@Nullable String user) throws Exception {
			return send("GET", "/actuator/gmr/configuration", user);
		}

		private HttpResponse<String> send(String method, String path, @Nullable String user) throws Exception {
			String port = this.context.getEnvironment().getProperty("local.server.port");
			HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
				.method(method, BodyPublishers.noBody());
			if (user != null) {
				byte[] credentials = (user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
				request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
			}
			return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
		}

		@Override
		public void close() {
			this.context.close();
		}

	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
	@Import(WrappingAdvice.class)
	static class SecuredApplication {

	}

}
