package io.github.gmr.autoconfigure.part;

import io.github.gmr.section.timeline.TimelineSection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PartName}.
 */
class PartNameTests {

	@ParameterizedTest
	@CsvSource(textBlock = """
			orderQueue,                     order-queue,      Order Queue
			orderQueueReportSection,        order-queue,      Order Queue
			orderQueueSection,              order-queue,      Order Queue
			greenThreadsReportSection,      green-threads,    Green Threads
			HTTPClientSection,              http-client,      HTTP Client
			order_queue,                    order-queue,      Order Queue
			com.acme.OrderQueue,            com-acme-order-queue, Com Acme Order Queue
			kafka2Lag,                      kafka2-lag,       Kafka2 Lag
			report,                         report,           Report
			section,                        section,          Section
			Section,                        section,          Section
			ReportSection,                  report,           Report
			reportSection,                  report,           Report
			../../etc,                      etc,              Etc
			???,                            section,          Section
			""")
	void ofDerivesNameAndTitleFromBeanName(String beanName, String name, String title) {
		PartName part = PartName.of(beanName, "Section");
		assertThat(part.name()).isEqualTo(name);
		assertThat(part.title()).isEqualTo(title);
	}

	@Test
	void ofWhenBeanIsSinkRemovesThatSuffixOnly() {
		assertThat(PartName.of("fileReportSink", "Sink").name()).isEqualTo("file");
		assertThat(PartName.of("fileSection", "Sink").name()).isEqualTo("file-section");
	}

	@Test
	void ofWhenClassIsNamedKeepsAllWordsButItsSuffix() {
		PartName name = PartName.of(TimelineSection.class, "Section");
		assertThat(name.name()).isEqualTo("timeline");
		assertThat(name.title()).isEqualTo("Timeline");
	}

}
