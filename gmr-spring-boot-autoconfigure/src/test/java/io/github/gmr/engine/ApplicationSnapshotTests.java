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
		ApplicationSnapshot applications = of(new SampleApplication("orders").sections("orders")
			.aboutJvm(9, "memory")
			.aboutJvm(2, "green-threads")
			.aboutJvm(1, "threads")
			.sections("invoices"));
		assertThat(applications.sections()).extracting(RegisteredSection::name)
			.containsExactly("threads", "green-threads", "memory", "orders", "invoices");
		assertThat(applications.sections()).extracting(RegisteredSection::title)
			.startsWith("Title of threads")
			.endsWith("Title of invoices");
		assertThat(applications.name()).isEqualTo("orders");
	}

	@Test
	void sectionsWhenThereAreTwoApplicationsListTheJvmOnceAndNameTheOthers() {
		ApplicationSnapshot applications = of(
				new SampleApplication("orders").sections("package", "queue")
					.aboutJvm(1, "threads")
					.aboutJvm(3, "processes"),
				new SampleApplication("billing").sections("package")
					.aboutJvm(1, "threads")
					.aboutJvm(2, "green-threads")
					.aboutJvm(3, "processes"));
		assertThat(applications.sections()).extracting(RegisteredSection::name)
			.containsExactly("threads", "green-threads", "processes", "package", "queue", "package-2");
		assertThat(applications.sections()).extracting(RegisteredSection::title)
			.containsExactly("Title of threads", "Title of green-threads", "Title of processes",
					"Title of package (orders)", "Title of queue (orders)", "Title of package (billing)");
		assertThat(applications.name()).isEqualTo("orders, billing");
		assertThat(applications.oldest().name()).isEqualTo("orders");
	}

	@Test
	void sectionsWhenApplicationsShareTheirNameHaveUniqueTitles() {
		ApplicationSnapshot applications = of(new SampleApplication("orders").sections("queue"),
				new SampleApplication("orders").sections("queue"), new SampleApplication("orders").sections("queue"));
		assertThat(applications.sections()).extracting(RegisteredSection::name)
			.containsExactly("queue", "queue-2", "queue-3");
		assertThat(applications.sections()).extracting(RegisteredSection::title)
			.containsExactly("Title of queue (orders)", "Title of queue (orders) (2)", "Title of queue (orders) (3)");
		assertThat(applications.name()).isEqualTo("orders");
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
		return new ApplicationSnapshot(List.of(applications).stream().map(SampleApplication::application).toList());
	}

}
