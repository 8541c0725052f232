package io.github.gmr.hospital;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sees that the corpus is whole: enough cases, each of which can be told from the others.
 */
class WardCaseTests {

	private final List<WardCase> wards = WardCase.all().toList();

	@Test
	void corpusHasNinetySickCasesAndTwentyHealthyOnes() {
		assertThat(Stream.concat(this.wards.stream(), ClinicCase.all()).filter((one) -> !one.says().isEmpty()))
			.hasSizeGreaterThan(90);
		assertThat(this.wards).filteredOn((one) -> one.says().isEmpty()).hasSizeGreaterThan(20);
	}

	@Test
	void casesAreToldApart() {
		assertThat(this.wards).extracting(WardCase::title).doesNotHaveDuplicates();
		assertThat(this.wards).extracting(WardCase::toString).doesNotHaveDuplicates();
	}

	@Test
	void casesAreMadeByStaticMethods() {
		assertThat(this.wards).allMatch((one) -> Modifier.isStatic(one.method().getModifiers()));
	}

	@Test
	void oddOnesAreHealthyAndOthersSick() {
		assertThat(this.wards).allMatch((one) -> one.says().isEmpty() == WardCase.HEALTHY.contains(one.ward()));
	}

}
