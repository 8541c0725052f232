package io.github.gmr.engine;

import java.util.List;

import io.github.gmr.report.RegisteredSection;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ApplicationSnapshot}.
 */
class ApplicationSnapshotTests {

	@Test
	void sectionsWhenThereIsOneApplicationKeepTheirTitlesInPrintingOrder() {
		ApplicationSnapshot contributions = of(new SampleApplication("orders").sections("orders", "health",
				"configuration", "memory", "runtime", "processes", "green-threads", "threads", "package"));
		assertThat(contributions.sections()).extracting(RegisteredSection::name)
			.containsExactly("package", "threads", "green-threads", "processes", "configuration", "runtime", "memory",
					"health", "orders");
		assertThat(contributions.sections()).extracting(RegisteredSection::title)
			.startsWith("Title of package")
			.endsWith("Title of orders");
		assertThat(contributions.application()).isEqualTo("orders");
	}

	@Test
	void sectionsWhenThereAreTwoApplicationsTellTheJvmOnceAndNameTheOthers() {
		ApplicationSnapshot contributions = of(
				new SampleApplication("orders").sections("package", "threads", "processes", "queue"),
				new SampleApplication("billing").sections("package", "threads", "green-threads", "processes"));
		assertThat(contributions.sections()).extracting(RegisteredSection::name)
			.containsExactly("package", "package-2", "threads", "green-threads", "processes", "queue");
		assertThat(contributions.sections()).extracting(RegisteredSection::title)
			.containsExactly("Title of package (orders)", "Title of package (billing)", "Title of threads",
					"Title of green-threads", "Title of processes", "Title of queue (orders)");
		assertThat(contributions.application()).isEqualTo("orders, billing");
		assertThat(contributions.oldest().application()).isEqualTo("orders");
	}

	@Test
	void sectionsWhenApplicationsShareTheirNameHaveUniqueTitles() {
		ApplicationSnapshot contributions = of(new SampleApplication("orders").sections("queue"),
				new SampleApplication("orders").sections("queue"), new SampleApplication("orders").sections("queue"));
		assertThat(contributions.sections()).extracting(RegisteredSection::name)
			.containsExactly("queue", "queue-2", "queue-3");
		assertThat(contributions.sections()).extracting(RegisteredSection::title)
			.containsExactly("Title of queue (orders)", "Title of queue (orders) (2)", "Title of queue (orders) (3)");
		assertThat(contributions.application()).isEqualTo("orders");
	}

	@Test
	void sectionsWhenUniqueNameIsTakenFindsTheNext() {
		assertThat(of(new SampleApplication("orders").sections("queue", "queue-2", "queue")).sections())
			.extracting(RegisteredSection::name)
			.containsExactly("queue", "queue-2", "queue-3");
	}

	@Test
	void sectionsWhenOneHasTheNameOfAPartOfTheReportIsRenamed() {
		assertThat(of(new SampleApplication("orders").sections("cause", "findings")).sections())
			.extracting(RegisteredSection::name)
			.containsExactly("cause-2", "findings-2");
	}

	private static ApplicationSnapshot of(SampleApplication... applications) {
		return new ApplicationSnapshot(List.of(applications).stream().map(SampleApplication::contribution).toList());
	}

}
