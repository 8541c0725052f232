package io.github.gmr.hospital;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.gmr.process.ClassPath;
import io.github.gmr.process.Patient;
import io.github.gmr.process.PatientBuilder;

/**
 * A case that a method of a ward makes.
 *
 * @param method the method
 */
record WardCase(Method method) implements Case {

	private static final List<Class<?>> WARDS = List.of(Locks.class, Tasks.class, Web.class, Reactive.class,
			Databases.class, Clients.class, Chains.class, Jvm.class, Host.class, Life.class, Green.class,
			Listeners.class, Further.class, Odd.class, Busy.class);

	/**
	 * The wards of healthy ones.
	 */
	static final Set<String> HEALTHY = Set.of(Odd.class.getSimpleName(), Busy.class.getSimpleName());

	/**
	 * Return the cases of all wards.
	 * @return the sick ones and the healthy ones
	 */
	static Stream<WardCase> all() {
		return WARDS.stream()
			.flatMap((ward) -> Arrays.stream(ward.getDeclaredMethods()).sorted(Comparator.comparing(Method::getName)))
			.filter((method) -> method.isAnnotationPresent(Sick.class) || method.isAnnotationPresent(Healthy.class))
			.map(WardCase::new);
	}

	@Override
	public String ward() {
		return this.method.getDeclaringClass().getSimpleName();
	}

	@Override
	public String title() {
		Sick sick = this.method.getAnnotation(Sick.class);
		return (sick != null) ? sick.value() : this.method.getAnnotation(Healthy.class).value();
	}

	@Override
	public List<Pattern> says() {
		Sick sick = this.method.getAnnotation(Sick.class);
		return (sick != null) ? Stream.of(sick.says()).map(Pattern::compile).toList() : List.of();
	}

	@Override
	public boolean busy() {
		Setup setup = this.method.getAnnotation(Setup.class);
		return setup != null && setup.busy();
	}

	@Override
	public int leastJava() {
		Setup setup = this.method.getAnnotation(Setup.class);
		return (setup != null) ? setup.leastJava() : 17;
	}

	@Override
	public Patient start(Jdk jdk, Path directory) {
		Setup setup = this.method.getAnnotation(Setup.class);
		PatientBuilder builder = Patient.main(Hospital.class, classPath(setup))
			.java(jdk.home())
			.jvm(PatientBuilder.SHORT_LIVED, "-Djava.io.tmpdir=" + directory)
			.arguments(ward(), this.method.getName());
		if (setup != null) {
			builder.jvm(setup.jvm());
			Stream.of(setup.settings()).forEach((setting) -> builder.arguments("--" + setting));
			if (!setup.shell().isEmpty()) {
				builder.under("bash", "-c", setup.shell(), "bash");
			}
		}
		return builder.startUntil("(?m)^(?:ready|sick)$");
	}

	@Override
	public void fallIll(Patient patient) {
		patient.awaitStdout("(?m)^sick$");
	}

	private static ClassPath classPath(Setup setup) {
		ClassPath classPath = ClassPath.ofTest();
		return (setup != null && setup.reactive()) ? classPath.without("tomcat-", "spring-boot-tomcat", "spring-webmvc",
				"spring-boot-webmvc", "spring-boot-starter-web-", "spring-boot-starter-tomcat") : classPath;
	}

	@Override
	public String toString() {
		return ward() + "." + this.method.getName();
	}

}
