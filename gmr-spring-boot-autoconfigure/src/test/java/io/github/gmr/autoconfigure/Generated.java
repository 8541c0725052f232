package io.github.gmr.autoconfigure;

import java.util.List;

import io.github.gmr.GuruMeditation;
import io.github.gmr.content.Content;
import io.github.gmr.report.SectionReport;

import org.springframework.context.ApplicationContext;

/**
 * What stands in a report that an application generates.
 */
public final class Generated {

	private Generated() {
	}

	public static List<String> findings(ApplicationContext context) {
		return context.getBean(GuruMeditation.class)
			.generate()
			.findings()
			.stream()
			.map((found) -> found.finding().summary())
			.toList();
	}

	public static List<String> sections(ApplicationContext context) {
		return context.getBean(GuruMeditation.class).generate().sections().stream().map(SectionReport::name).toList();
	}

	public static Content content(ApplicationContext context, String section) {
		return context.getBean(GuruMeditation.class)
			.generate()
			.sections()
			.stream()
			.filter((report) -> report.name().equals(section))
			.findFirst()
			.orElseThrow()
			.content();
	}

}
