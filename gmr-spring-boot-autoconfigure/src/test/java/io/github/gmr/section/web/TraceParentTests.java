package io.github.gmr.section.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TraceParent}.
 */
class TraceParentTests {

	@ParameterizedTest
	@ValueSource(strings = { "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
			"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00",
			"00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000001-ff" })
	void traceIdWhenHeaderIsWellFormedIsTheTraceAlone(String header) {
		assertThat(TraceParent.traceId(header)).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "00", "4bf92f3577b34da6a3ce929d0e0e4736",
			"00-00000000000000000000000000000000-00f067aa0ba902b7-01",
			"00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
			"ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
			"01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
			"00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
			"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0",
			"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-",
			"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
			"00_4bf92f3577b34da6a3ce929d0e0e4736_00f067aa0ba902b7_01",
			"00-4bf92f3577b34da6a3ce929d0e0e473-600f067aa0ba902b7-01",
			"00-4bf92f3577b34da6a3ce929d0e0e473g-00f067aa0ba902b7-01",
			"00-4bf92f3577b34da6a3ce929d0e0e473\u0664-00f067aa0ba902b7-01",
			"00-4bf92f3577b34da6\r\na3ce929d0e0e47-00f067aa0ba902b7-01",
			"00-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx-xxxxxxxxxxxxxxxx-xx",
			" 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01" })
	void traceIdWhenHeaderIsMalformedIsNone(String header) {
		assertThat(TraceParent.traceId(header)).isNull();
	}

	@Test
	void traceIdWhenHeaderIsMissingIsNone() {
		assertThat(TraceParent.traceId(null)).isNull();
	}

	@Test
	void traceIdWhenHeaderIsEndlessIsNone() {
		assertThat(TraceParent.traceId("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01".repeat(100_000)))
			.isNull();
	}

}
