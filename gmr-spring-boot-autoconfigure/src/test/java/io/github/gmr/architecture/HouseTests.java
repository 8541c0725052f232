package io.github.gmr.architecture;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that each rule of the {@link House} finds the classes that break it, and no
 * others, in a house of wrong ones.
 */
class HouseTests {

	private static final House WRONG = new House("io.github.gmr.architecture.wrong");

	private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(WRONG.base());

	private static final Pattern OFFENDER = Pattern
		.compile("<" + Pattern.quote(WRONG.base()) + "\\.([a-z.]*[A-Z][\\w$]*)");

	@Test
	void importsPointDownFindsImportsThatPointUpOrAside() {
		assertThat(WRONG.importsPointDown().stream().flatMap(HouseTests::offenders).distinct())
			.containsExactlyInAnyOrder("Door", "trigger.Signal", "actuate.Endpoint", "view.Page", "sink.Pipe",
					"section.Upward", "section.log.Aside", "content.Upmost");
	}

	@Test
	void noPackagesFormCyclesFindsCyclesWithBasePackage() {
		List<String> cycles = WRONG.noPackagesFormCycles().evaluate(CLASSES).getFailureReport().getDetails();
		assertThat(cycles).anyMatch((cycle) -> cycle.contains(WRONG.base() + ".sink"));
	}

	@Test
	void everyPackageIsNullMarkedFindsPackagesThatAreNot() {
		assertThat(offenders(WRONG.everyPackageIsNullMarked())).contains("Door", "view.Page", "section.log.Aside")
			.noneMatch((name) -> name.startsWith("content"));
	}

	@Test
	void everyClassHasItsPlaceFindsOffenders() {
		assertThat(offenders(WRONG.everyClassHasItsPlace())).containsExactlyInAnyOrder("elsewhere.Homeless");
	}

	@Test
	void packagesHoldNoMoreThanFindsPackagesThatHoldMore() {
		assertThat(offenders(WRONG.packagesHoldNoMoreThan(2))).containsExactlyInAnyOrder("sink.Logged",
				"trigger.Internal", "view.Json", "actuate.Endpoint");
	}

	@Test
	void contentKnowsOnlyTheJdkFindsOffenders() {
		assertThat(offenders(WRONG.contentKnowsOnlyTheJdk())).containsExactlyInAnyOrder("content.Upmost",
				"content.Foreign");
	}

	@Test
	void springStaysAtTheEdgesFindsOffenders() {
		assertThat(offenders(WRONG.springStaysAtTheEdges())).containsExactlyInAnyOrder("report.Springy",
				"redact.Sanitizing");
	}

	@Test
	void viewKnowsOnlyTheJsonOfSpringFindsOffenders() {
		assertThat(offenders(WRONG.viewKnowsOnlyTheJsonOfSpring())).containsExactlyInAnyOrder("view.Styled");
	}

	@Test
	void micrometerStaysWithRequestsAndMetersFindsOffenders() {
		assertThat(offenders(WRONG.micrometerStaysWithRequestsAndMeters())).containsExactlyInAnyOrder("actuate.Meters");
	}

	@Test
	void actuatorIsOptionalFindsOffenders() {
		assertThat(offenders(WRONG.actuatorIsOptional())).containsExactlyInAnyOrder("redact.Sanitizing",
				"autoconfigure.Wiring", "autoconfigure.Wiring$Unconditional");
	}

	@Test
	void jnrStaysInTriggerFindsOffenders() {
		assertThat(offenders(WRONG.jnrStaysInTrigger())).containsExactlyInAnyOrder("sink.Posix");
	}

	@Test
	void nobodyUsesInternalsOfTheJdkFindsOffenders() {
		assertThat(offenders(WRONG.nobodyUsesInternalsOfTheJdk())).containsExactlyInAnyOrder("trigger.Internal");
	}

	@Test
	void nobodyPrintsFindsOffenders() {
		assertThat(offenders(WRONG.nobodyPrints())).containsExactlyInAnyOrder("redact.Printed");
	}

	@Test
	void nobodyUsesJavaLoggingFindsOffenders() {
		assertThat(offenders(WRONG.nobodyUsesJavaLogging())).containsExactlyInAnyOrder("report.Logging");
	}

	@Test
	void loggingStaysWithSpringFindsOffenders() {
		assertThat(offenders(WRONG.loggingStaysWithSpring())).containsExactlyInAnyOrder("sink.Logged",
				"content.Foreign");
	}

	@Test
	void conditionsKnowNoEnvironmentFindsOffenders() {
		assertThat(offenders(WRONG.conditionsKnowNoEnvironment())).containsExactlyInAnyOrder(
				"autoconfigure.section.Frozen", "autoconfigure.section.Frozen$ByBean",
				"autoconfigure.section.Frozen$Twice", "autoconfigure.section.Frozen$ByExpression",
				"autoconfigure.section.Frozen$ByProfile", "autoconfigure.section.Frozen$ByCondition");
	}

	@Test
	void beansHaveTypesOfTheHouseFindsOffenders() {
		assertThat(offenders(WRONG.beansHaveTypesOfTheHouse()))
			.containsExactlyInAnyOrder("autoconfigure.section.Frozen$ByBean");
	}

	private static Stream<String> offenders(ArchRule rule) {
		return rule.evaluate(CLASSES).getFailureReport().getDetails().stream().map(HouseTests::offender).distinct();
	}

	private static String offender(String violation) {
		Matcher matcher = OFFENDER.matcher(violation);
		assertThat(matcher.find()).as(violation).isTrue();
		return matcher.group(1);
	}

}
