package io.github.gmr.section.memory;

import java.time.Duration;
import java.util.List;

import javax.management.InstanceNotFoundException;

import io.github.gmr.content.Content;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Items;
import io.github.gmr.content.Value;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ClassHistogramSection}.
 */
class ClassHistogramSectionTests {

	private static final String HISTOGRAM = """
			 num     #instances         #bytes  class name (module)
			-------------------------------------------------------
			   1:        312011       31457280  [B (java.base@25.0.3)
			   2:        289112       10240000  java.lang.String (java.base@25.0.3)
			   3:             7            168  com.acme.Order
			Total        601130       41697448
			""";

	@Test
	void contentTellsTheLargestClassesAndTheTotal() throws Exception {
		Fields fields = (Fields) new ClassHistogramSection(2, () -> HISTOGRAM).content();
		assertThat(fields.values())
			.containsEntry("classes",
					new Items(List.of(Content.text("30 MB in 312011 instances of [B (java.base@25.0.3)"),
							Content.text("10000 KB in 289112 instances of java.lang.String (java.base@25.0.3)"))))
			.containsEntry("total", Content.text("39 MB in 601130 instances"));
		assertThat(((Value) fields.values().get("stopped the world for")).value()).isInstanceOf(Duration.class);
	}

	@Test
	void contentOfThisJvmHasItsStrings() throws Exception {
		Fields fields = (Fields) new ClassHistogramSection(50).content();
		assertThat(fields.values().get("classes").toString()).contains(" instances of java.lang.String (java.base");
		assertThat(((Items) fields.values().get("classes")).values()).hasSize(50);
		assertThat(fields.values()).containsKey("total");
	}

	@Test
	void contentWhenThisJvmHasNoSuchCommandFails() {
		assertThatExceptionOfType(InstanceNotFoundException.class)
			.isThrownBy(() -> new ClassHistogramSection(50, () -> {
				throw new InstanceNotFoundException("DiagnosticCommand");
			}).content());
	}

}
