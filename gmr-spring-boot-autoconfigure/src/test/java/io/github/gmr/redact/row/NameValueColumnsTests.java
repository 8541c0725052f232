package io.github.gmr.redact.row;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NameValueColumns}.
 */
class NameValueColumnsTests {

	@Test
	void ofWhenColumnsAreNamesAndValuesReturnsTheirPlaces() {
		assertThat(NameValueColumns.of(List.of("Source", "Property", "Value", "Default")))
			.isEqualTo(new NameValueColumns(1, List.of(2, 3)));
		assertThat(NameValueColumns.of(List.of("type", "name", "value")))
			.isEqualTo(new NameValueColumns(1, List.of(2)));
	}

	@Test
	void ofWhenOneColumnStandsBesideNamesTakesItForValues() {
		assertThat(NameValueColumns.of(List.of("header", "sent"))).isEqualTo(new NameValueColumns(0, List.of(1)));
	}

	@Test
	void ofWhenColumnsSaySomethingAboutNamesReturnsNone() {
		List.of(List.of("name", "source"), List.of("key", "hits"), List.of("name", "size", "hits"),
				List.of("path", "trace"), List.of("value", "count"))
			.forEach((headers) -> assertThat(NameValueColumns.of(headers).name()).isNegative());
	}

}
