package io.github.gmr.actuate;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.web.ExposableWebEndpoint;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link EndpointPath}.
 */
class EndpointPathTests {

	@ParameterizedTest
	@CsvSource({ "/actuator, gmr, '', /actuator/gmr", "/manage, reports/guru, '', /manage/reports/guru",
			"'', gmr, '', /gmr", "/actuator, gmr, /mvc, /mvc/actuator/gmr" })
	void matchesWhenRequestIsForEndpointOrBelowIsTrue(String base, String root, String prefix, String own) {
		EndpointPath path = path(base, root, prefix);
		assertThat(List.of(own, own + "/threads", own + "/")).allMatch(path::matches);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/public/mvc/actuator/gmr", "/actuator/gmr", "/mvc/actuator/gmrs", "/mvc/actuator",
			"/mvc/actuator/health", "/mvc/actuator/health/actuator/gmr", "/mvc", "/", "", "/MVC/actuator/gmr",
			"mvc/actuator/gmr" })
	void matchesWhenRequestIsForAnotherPathIsFalse(String requested) {
		assertThat(path("/actuator", "gmr", "/mvc").matches(requested)).isFalse();
	}

	@Test
	void matchesWhenThereIsNoEndpointIsFalse() {
		assertThat(new EndpointPath(() -> null, () -> "").matches("/actuator/gmr")).isFalse();
		assertThat(new EndpointPath(() -> new PathMappedEndpoints("/actuator", List.of()), () -> "")
			.matches("/actuator/gmr")).isFalse();
	}

	private static EndpointPath path(String base, String root, String prefix) {
		ExposableWebEndpoint endpoint = mock();
		given(endpoint.getEndpointId()).willReturn(EndpointId.of("gmr"));
		given(endpoint.getRootPath()).willReturn(root);
		return new EndpointPath(() -> new PathMappedEndpoints(base, () -> List.of(endpoint)), () -> prefix);
	}

}
