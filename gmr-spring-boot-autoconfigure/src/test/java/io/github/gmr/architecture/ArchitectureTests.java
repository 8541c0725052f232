package io.github.gmr.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the classes keep the rules of the {@link House}.
 */
class ArchitectureTests {

	private static final House HOUSE = new House("io.github.gmr");

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages(HOUSE.base());

	@Test
	void packagesOfTheHouseAreThoseThatExist() {
		assertThat(CLASSES.stream().map(JavaClass::getPackageName).distinct())
			.containsExactlyInAnyOrderElementsOf(HOUSE.packages());
	}

	@Test
	void importsPointDown() {
		HOUSE.importsPointDown().forEach((rule) -> rule.check(CLASSES));
	}

	@Test
	void everyClassHasItsPlace() {
		HOUSE.everyClassHasItsPlace().check(CLASSES);
	}

	@Test
	void noPackagesFormCycles() {
		HOUSE.noPackagesFormCycles().check(CLASSES);
	}

	@Test
	void packagesHoldNoMoreThan25Files() {
		HOUSE.packagesHoldNoMoreThan(25).check(CLASSES);
	}

	@Test
	void contentKnowsOnlyTheJdk() {
		HOUSE.contentKnowsOnlyTheJdk().check(CLASSES);
	}

	@Test
	void springStaysAtTheEdges() {
		HOUSE.springStaysAtTheEdges().check(CLASSES);
	}

	@Test
	void viewKnowsOnlyTheJsonOfSpring() {
		HOUSE.viewKnowsOnlyTheJsonOfSpring().check(CLASSES);
	}

	@Test
	void micrometerStaysWithRequestsAndMeters() {
		HOUSE.micrometerStaysWithRequestsAndMeters().check(CLASSES);
	}

	@Test
	void actuatorIsOptional() {
		HOUSE.actuatorIsOptional().check(CLASSES);
	}

	@Test
	void jnrStaysInTrigger() {
		HOUSE.jnrStaysInTrigger().check(CLASSES);
	}

	@Test
	void nobodyUsesInternalsOfTheJdk() {
		HOUSE.nobodyUsesInternalsOfTheJdk().check(CLASSES);
	}

	@Test
	void nobodyPrints() {
		HOUSE.nobodyPrints().check(CLASSES);
	}

	@Test
	void nobodyUsesJavaLogging() {
		HOUSE.nobodyUsesJavaLogging().check(CLASSES);
	}

	@Test
	void loggingStaysWithSpring() {
		HOUSE.loggingStaysWithSpring().check(CLASSES);
	}

	@Test
	void conditionsKnowNoEnvironment() {
		HOUSE.conditionsKnowNoEnvironment().check(CLASSES);
	}

	@Test
	void beansHaveTypesOfTheHouse() {
		HOUSE.beansHaveTypesOfTheHouse().check(CLASSES);
	}

	@Test
	void everyPackageIsNullMarked() {
		HOUSE.everyPackageIsNullMarked().check(CLASSES);
	}

}
