package io.github.gmr.actuate;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpRequest;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CrossSite}.
 */
class CrossSiteTests {

	@ParameterizedTest
	@ValueSource(strings = { "http://shop", "http://shop:80", "http://SHOP", "https://shop:443", "https://shop",
			"http://shop:8080", "http://[::1]:8080", "http://my_shop:8080" })
	void maySendWhenOriginIsOwnIsFalse(String origin) {
		assertThat(CrossSite.maySend(post(origin, "Origin", origin))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "nonsense", "http://", "https://shop", "http://shop:8080", "http://shop:443",
			"http://shop.evil", "http://evilshop", "http://evil/shop", "http://shop@evil", "http://sub.shop",
			"http://shop, http://evil", "file://", "http://sh op" })
	void maySendWhenOriginIsForeignIsTrue(String origin) {
		assertThat(CrossSite.maySend(post("http://shop", "Origin", origin))).isTrue();
		assertThat(CrossSite.maySend(post("http://shop", "Origin", origin, "Sec-Fetch-Site", "same-origin"))).isTrue();
	}

	@Test
	void maySendWhenProxyNotesWhatClientSeesComparesThat() {
		assertThat(forwarded("X-Forwarded-Host", "shop.example", "X-Forwarded-Proto", "https")).isFalse();
		assertThat(forwarded("X-Forwarded-Host", "shop.example:443", "X-Forwarded-Proto", "https")).isFalse();
		assertThat(
				forwarded("X-Forwarded-Host", "shop.example", "X-Forwarded-Proto", "https", "X-Forwarded-Port", "443"))
			.isFalse();
		assertThat(forwarded("X-Forwarded-Host", "shop.example, inner", "X-Forwarded-Proto", "https, http")).isFalse();
		assertThat(forwarded("Forwarded", "proto=https;host=shop.example")).isFalse();
		assertThat(forwarded("Forwarded", "proto=https;host=\"shop.example:443\"")).isFalse();
		assertThat(forwarded("X-Forwarded-Host", "shop.example", "X-Forwarded-Proto", "http")).isTrue();
		assertThat(forwarded("X-Forwarded-Host", "shop.example:8443", "X-Forwarded-Proto", "https")).isTrue();
		assertThat(forwarded("X-Forwarded-Host", "other.example", "X-Forwarded-Proto", "https")).isTrue();
		assertThat(forwarded("X-Forwarded-Host", "shop.example:port", "X-Forwarded-Proto", "https")).isTrue();
		assertThat(forwarded("Forwarded", "nonsense")).isTrue();
		assertThat(CrossSite
			.maySend(post("http://shop.example:8080", "Origin", "https://shop.example", "X-Forwarded-Proto", "https")))
			.isFalse();
	}

	private static boolean forwarded(String... headers) {
		return CrossSite.maySend(post("http://10.0.0.1:8080",
				Stream.concat(Stream.of("Origin", "https://shop.example"), Stream.of(headers)).toArray(String[]::new)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "cross-site", "same-site", "CROSS-SITE", "some-day" })
	void maySendWhenSiteIsForeignIsTrueUnlessAHeaderForcesPreflight(String site) {
		assertThat(CrossSite.maySend(post("http://shop", "Sec-Fetch-Site", site))).isTrue();
		assertThat(CrossSite.maySend(post("http://shop", "Sec-Fetch-Site", site, "X-Requested-With", "curl")))
			.isFalse();
	}

	@Test
	void maySendWhenClientIsNoBrowserIsFalse() {
		assertThat(CrossSite.maySend(post("http://shop"))).isFalse();
	}

	@Test
	void maySendReadsServletRequests() {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/actuator/gmr");
		request.setServerName("shop");
		request.setServerPort(8080);
		request.addHeader("Origin", "http://shop:8080");
		assertThat(CrossSite.maySend(new ServletServerHttpRequest(request))).isFalse();
		request.setServerPort(80);
		assertThat(CrossSite.maySend(new ServletServerHttpRequest(request))).isTrue();
	}

	private static HttpRequest post(String server, String... headers) {
		MockServerHttpRequest.BodyBuilder request = MockServerHttpRequest.post(server + "/actuator/gmr");
		for (int i = 0; i < headers.length; i += 2) {
			request.header(headers[i], headers[i + 1]);
		}
		return request.build();
	}

}
