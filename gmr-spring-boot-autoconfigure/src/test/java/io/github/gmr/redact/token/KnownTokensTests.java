package io.github.gmr.redact.token;

import java.util.List;
import java.util.stream.Stream;

import io.github.gmr.redact.text.Marks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link KnownTokens} and each row of the table of {@link TokenForms}.
 */
class KnownTokensTests {

	private static final KnownTokens TOKENS = new KnownTokens();

	static List<TokenForm> forms() {
		return TokenForms.load().rows();
	}

	@ParameterizedTest
	@MethodSource("forms")
	void findWhenTextIsExampleOfFormMarksIt(TokenForm form) {
		assertThat(mask(form.example())).isEqualTo("******");
		assertThat(mask("id=" + form.example() + ", port=80")).isEqualTo("id=******, port=80");
	}

	@ParameterizedTest
	@MethodSource("forms")
	void formMatchesItsExampleAndNoFormBeforeItDoes(TokenForm form) {
		assertThat(forms().stream().filter((other) -> matches(other, form.example())).findFirst()).map(TokenForm::form)
			.hasValue(form.form());
	}

	private static boolean matches(TokenForm form, String example) {
		int index = example.indexOf(form.text());
		return index >= 0 && form.start(example, index) == 0 && form.end(example, index) == example.length();
	}

	@ParameterizedTest
	@MethodSource("forms")
	void findWhenTextBeginsOrEndsLikeFormKeepsIt(TokenForm form) {
		String cut = form.example().substring(0, form.example().indexOf(form.text()) + form.text().length());
		Stream.of(form.text(), form.text() + "a", "x" + cut)
			.forEach((neighbour) -> assertThat(mask(neighbour)).isEqualTo(neighbour));
	}

	@ParameterizedTest
	@ValueSource(strings = { "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
			"80f198ee56343ba864fe8b2a57d3eff7-e457b5a2e4d86bd1-1-05e3ac9a4f6e3b90",
			"9f86d081884c7d659a2feaa0c55ad0159f86d081884c7d659a2feaa0c55ad015", "7f9c24e8-3b12-4c8e-9a1d-2f4b6c8d0e1a",
			"01ARZ3NDEKTSV4RRFFQ69G5FAV", "orders-service-7d9f8b6c5d-x2x9z", "org.acme.MethodSecurityExpressionHandler",
			"sk-SK", "SKIPPED_AFTER_3_FAILURES", "key-serializer", "key-3ax6xnjp", "live_orders", "test_orders_2",
			"test_container_orders_integration_2024", "API-VERSION-2", "s.count", "pat.acme.Orders", "md-orders-7",
			"EAADispatcherServlet", "AKIDName", "2024-11-30T12:34:56.789Z", "v1.0-SNAPSHOT", "spring-boot-3.5.0.jar",
			"sha256:9f86d081884c7d659a2feaa0c55ad0159f86d081884c7d659a2feaa0c55ad015", "-us1", "eu-us1",
			"MACHINE_LEARNING_2.module.orders", "sdk-17.0.9", "access-sandbox-orders", "npm_config_cache" })
	void findWhenTextIsHarmlessKeepsIt(String text) {
		assertThat(mask(text)).isEqualTo(text);
	}

	@Test
	void findWhenTextIsMadeOfStartsOfTokensTakesLinearTime() {
		String starts = String.join("-", forms().stream().map(TokenForm::text).toList()) + "-sk-a-tk-us-b";
		assertThat(mask(starts.repeat(200))).isNotEmpty();
	}

	private static String mask(String text) {
		Marks marks = new Marks();
		TOKENS.find(text, marks);
		return marks.mask(text);
	}

}
