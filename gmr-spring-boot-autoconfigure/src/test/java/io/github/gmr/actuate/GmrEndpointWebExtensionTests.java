package io.github.gmr.actuate;

import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.core.Nullness;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GmrEndpointWebExtension}.
 */
class GmrEndpointWebExtensionTests {

	private final List<Parameter> formats = Stream.of(GmrEndpointWebExtension.class.getDeclaredMethods())
		.filter((method) -> method.isAnnotationPresent(ReadOperation.class))
		.flatMap((method) -> Arrays.stream(method.getParameters()))
		.filter((parameter) -> parameter.getName().equals("format"))
		.toList();

	@Test
	void formatMayBeLeftOut() {
		assertThat(this.formats).hasSize(2)
			.allMatch((parameter) -> Nullness.forParameter(parameter) == Nullness.NULLABLE);
	}

	@Test
	@SuppressWarnings("deprecation")
	void formatMayBeLeftOutOnOldestSpringBoot() {
		assertThat(this.formats).hasSize(2)
			.allMatch((parameter) -> parameter.isAnnotationPresent(org.springframework.lang.Nullable.class));
	}

}
