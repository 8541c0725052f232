package io.github.gmr.architecture;

import java.util.ArrayList;
import java.util.Comparator;
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

import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The rules of the house, for the packages at and below a base package.
 *
 * @param base the base package
 */
record House(String base) {

	private static final String BASE = "(base)";

	/**
	 * Packages from top to bottom. An import may only point down this list; names on one
	 * line do not know each other; {@code (base)} is the base package.
	 */
	private static final List<List<String>> LINES = """
			autoconfigure autoconfigure.startup
			autoconfigure.section autoconfigure.actuate autoconfigure.redact autoconfigure.listener
			autoconfigure.properties autoconfigure.engine
			autoconfigure.part
			trigger actuate
			engine
			(base)
			view.html sink
			view.text view.json view.xml
			view
			redact
			redact.find
			redact.token redact.phrase redact.row redact.mention
			redact.text
			redact.name
			report
			diagnosis
			section.runtime section.timeline section.virtual section.pool section.executor section.web section.log
			section.environment section.application section.health section.certificate
			section.threads section.memory section.host section.metrics section.socket section.work
			section.lock section.process section.bean
			section.dump
			section.activity section.hotspot
			section.scope section.pulse
			section
			worker
			content
			content.thread content.figure
			content.text
			""".lines().map(House::names).toList();

	/**
	 * Rooms, each with all that is in it, that do not know each other though one is above
	 * the other.
	 */
	private static final List<List<String>> STRANGERS = List.of(List.of("sink", "view"), List.of("view", "sink"));

	/**
	 * Rooms about Spring, by whom it may be named.
	 */
	private static final String[] SPRING = { "section.web", "section.environment", "section.application",
			"section.bean", "section.pool", "section.executor", "section.log", "section.metrics", "section.health",
			"section.certificate", "actuate", "trigger", "autoconfigure." };

	/**
	 * Rooms that follow requests and read meters.
	 */
	private static final String[] MICROMETER = { "section.web", "section.work", "section.metrics", "autoconfigure." };

	/**
	 * Conditions on what is known when an application is built. That of the endpoint is
	 * Spring Boot's own, and reads keys all the same.
	 */
	private static final Set<String> CONDITIONS = Stream
		.of(ConditionalOnClass.class, ConditionalOnBean.class, ConditionalOnMissingBean.class,
				ConditionalOnWebApplication.class, ConditionalOnAvailableEndpoint.class)
		.map(Class::getName)
		.collect(Collectors.toSet());

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
		STRANGERS.forEach((pair) -> rules.add(knowsNone(name(pair.get(0)) + "..", List.of(name(pair.get(1)) + ".."))));
		return rules;
	}

	ArchRule noPackagesFormCycles() {
		return slices().assignedFrom(new EachPackage()).should().beFreeOfCycles();
	}

	/**
	 * Return a rule about how many files a package may have.
	 * @param max how many
	 * @return the rule
	 */
	ArchRule packagesHoldNoMoreThan(int max) {
		return classes().that(describe("are the first of their package", (type) -> isFirst(type)))
			.should(ArchCondition.from(describe("share their package with no more than " + max + " files",
					(type) -> files(type).count() <= max)));
	}

	private static boolean isFirst(JavaClass type) {
		return files(type).min(Comparator.naturalOrder()).filter(type.getName()::equals).isPresent();
	}

	private static Stream<String> files(JavaClass type) {
		return type.getPackage()
			.getClasses()
			.stream()
			.filter(JavaClass::isTopLevelClass)
			.map(JavaClass::getName)
			.filter((name) -> !name.endsWith(".package-info"));
	}

	ArchRule contentKnowsOnlyTheJdk() {
		return classes().that()
			.resideInAPackage(name("content") + "..")
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("java..", "org.jspecify..", name("content") + "..");
	}

	ArchRule springStaysAtTheEdges() {
		return noClasses().that(resideOutsideOf(SPRING).and(resideOutsideOf("view.")))
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework..");
	}

	ArchRule viewKnowsOnlyTheJsonOfSpring() {
		return noClasses().that()
			.resideInAPackage(name("view") + "..")
			.should()
			.dependOnClassesThat(resideInAPackage("org.springframework..")
				.and(resideOutsideOfPackage("org.springframework.boot.json")));
	}

	ArchRule micrometerStaysWithRequestsAndMeters() {
		return noClasses().that(resideOutsideOf(MICROMETER))
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

	/**
	 * The default handler of uncaught exceptions prints them, as the JDK does without it.
	 */
	ArchRule nobodyPrints() {
		return noClasses()
			.that(describe("are not the default handler of uncaught exceptions",
					(type) -> !type.getSimpleName().equals("UncaughtExceptionRelay")))
			.should(ACCESS_STANDARD_STREAMS);
	}

	ArchRule nobodyUsesJavaLogging() {
		return noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..");
	}

	ArchRule loggingStaysWithSpring() {
		return noClasses().that(resideOutsideOf(SPRING))
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.apache.commons.logging..", "org.slf4j..", "org.apache.logging..", "ch.qos..");
	}

	/**
	 * Conditions are decided when an application is built, if it is processed ahead of
	 * time. So they may depend on its classes, on its beans and on the kind of its
	 * server, but not on keys, profiles or anything else that is known at the start.
	 */
	ArchRule conditionsKnowNoEnvironment() {
		return classes().should(ArchCondition.from(describe("have conditions on classes, beans and servers only",
				(type) -> Stream.concat(Stream.of(type), type.getMethods().stream())
					.flatMap((annotated) -> annotated.getAnnotations().stream())
					.map((annotation) -> annotation.getRawType())
					.allMatch((annotation) -> !isCondition(annotation) || CONDITIONS.contains(annotation.getName())))));
	}

	private static boolean isCondition(JavaClass annotation) {
		return annotation.isEquivalentTo(Conditional.class) || annotation.isMetaAnnotatedWith(Conditional.class);
	}

	/**
	 * By their type those that are switched off are found.
	 */
	ArchRule beansHaveTypesOfTheHouse() {
		return methods().that()
			.areAnnotatedWith(Bean.class)
			.should()
			.haveRawReturnType(resideInAPackage(this.base + ".."));
	}

	ArchRule everyPackageIsNullMarked() {
		return classes().should(ArchCondition.from(describe("reside in a package annotated with @NullMarked",
				(type) -> type.getPackage().isAnnotatedWith(NullMarked.class))));
	}

	private static ArchRule knowsNone(String name, List<String> notBelow) {
		String[] others = notBelow.stream().filter((other) -> !other.equals(name)).toArray(String[]::new);
		return noClasses().that()
			.resideInAPackage(name)
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(others)
			.allowEmptyShould(true);
	}

	private DescribedPredicate<JavaClass> resideOutsideOf(String... names) {
		return JavaClass.Predicates.resideOutsideOfPackages(Stream.of(names).map(this::name).toArray(String[]::new));
	}

	private DescribedPredicate<JavaClass> optionalConfiguration() {
		return describe("nested, conditional configurations of autoconfigure",
				(type) -> (type.getPackageName() + ".").startsWith(name("autoconfigure") + ".") && Stream
					.iterate(type, Objects::nonNull, (inner) -> inner.getEnclosingClass().orElse(null))
					.anyMatch((outer) -> outer.isNestedClass() && outer.isAnnotatedWith(ConditionalOnClass.class)));
	}

	/**
	 * Return the full name of a package, or a pattern of it and all below if a dot ends
	 * it.
	 */
	private String name(String name) {
		if (name.equals(BASE)) {
			return this.base;
		}
		return this.base + "." + name + (name.endsWith(".") ? "." : "");
	}

	private static List<String> names(String line) {
		return List.of(line.split(" "));
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
