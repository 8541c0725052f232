package io.github.gmr.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.jspecify.annotations.NullMarked;

import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The rules of the house, for the packages at and below a base package.
 *
 * @param base the base package
 */
record House(String base) {

	/**
	 * Packages from top to bottom. An import may only point down this list; names on one
	 * line do not know each other; the empty name is the base package.
	 */
	private static final List<List<String>> LINES = List.of(List.of("autoconfigure"), List.of("trigger", "actuate"),
			List.of(""), List.of("view", "sink"), List.of("redact"), List.of("report"),
			List.of("section.jvm", "section.spring"), List.of("section"), List.of("content"));

	Set<String> packages() {
		return LINES.stream().flatMap(List::stream).map(this::name).collect(Collectors.toSet());
	}

	ArchRule everyClassHasItsPlace() {
		return classes().should().resideInAnyPackage(packages().toArray(String[]::new));
	}

	List<ArchRule> importsPointDown() {
		List<ArchRule> rules = new ArrayList<>();
		List<String> notBelow = new ArrayList<>();
		for (List<String> line : LINES) {
			line.forEach((name) -> notBelow.add(name(name)));
			line.forEach((name) -> rules.add(knowsNone(name(name), notBelow)));
		}
		return rules;
	}

	ArchRule noPackagesFormCycles() {
		return slices().assignedFrom(new EachPackage()).should().beFreeOfCycles();
	}

	ArchRule contentKnowsOnlyTheJdk() {
		return classes().that()
			.resideInAPackage(name("content"))
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("java..", "org.jspecify..", name("content"));
	}

	ArchRule springStaysAtTheEdges() {
		return noClasses().that(resideOutsideOf("section.spring", "actuate", "trigger", "autoconfigure", "view"))
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework..");
	}

	ArchRule viewKnowsOnlyTheJsonOfSpring() {
		return noClasses().that()
			.resideInAPackage(name("view"))
			.should()
			.dependOnClassesThat(resideInAPackage("org.springframework..")
				.and(resideOutsideOfPackage("org.springframework.boot.json")));
	}

	ArchRule micrometerStaysInAutoconfigure() {
		return noClasses().that(resideOutsideOf("autoconfigure"))
			.should()
			.dependOnClassesThat()
			.resideInAPackage("io.micrometer..");
	}

	ArchRule actuatorIsOptional() {
		return noClasses().that(resideOutsideOf("actuate").and(DescribedPredicate.not(optionalConfiguration())))
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework.boot.actuate..", "org.springframework.boot.health..");
	}

	ArchRule jnrStaysInTrigger() {
		return noClasses().that(resideOutsideOf("trigger"))
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("jnr..", "com.kenai..");
	}

	ArchRule nobodyUsesInternalsOfTheJdk() {
		return noClasses().should().dependOnClassesThat().resideInAnyPackage("sun..", "jdk.internal..");
	}

	ArchRule nobodyPrints() {
		return noClasses().should(ACCESS_STANDARD_STREAMS);
	}

	ArchRule nobodyUsesJavaLogging() {
		return noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..");
	}

	ArchRule loggingStaysWithSpring() {
		return noClasses().that(resideOutsideOf("section.spring", "actuate", "trigger", "autoconfigure"))
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.apache.commons.logging..", "org.slf4j..", "org.apache.logging..", "ch.qos..");
	}

	ArchRule everyPackageIsNullMarked() {
		return classes().should(ArchCondition.from(describe("reside in a package annotated with @NullMarked",
				(type) -> type.getPackage().isAnnotatedWith(NullMarked.class))));
	}

	private static ArchRule knowsNone(String name, List<String> notBelow) {
		String[] others = notBelow.stream().filter((other) -> !other.equals(name)).toArray(String[]::new);
		return noClasses().that().resideInAPackage(name).should().dependOnClassesThat().resideInAnyPackage(others);
	}

	private DescribedPredicate<JavaClass> resideOutsideOf(String... names) {
		return JavaClass.Predicates.resideOutsideOfPackages(Stream.of(names).map(this::name).toArray(String[]::new));
	}

	private DescribedPredicate<JavaClass> optionalConfiguration() {
		return describe("nested, conditional configurations of autoconfigure",
				(type) -> type.getPackageName().equals(name("autoconfigure")) && Stream
					.iterate(type, Objects::nonNull, (inner) -> inner.getEnclosingClass().orElse(null))
					.anyMatch((outer) -> outer.isNestedClass() && outer.isAnnotatedWith(ConditionalOnClass.class)));
	}

	private String name(String name) {
		return (!name.isEmpty()) ? this.base + "." + name : this.base;
	}

	/**
	 * Makes a slice of every package. A pattern would overlook the base package.
	 */
	private static final class EachPackage implements SliceAssignment {

		@Override
		public SliceIdentifier getIdentifierOf(JavaClass type) {
			return SliceIdentifier.of(type.getPackageName());
		}

		@Override
		public String getDescription() {
			return "each package";
		}

	}

}
