package io.github.gmr.process;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The class path of a process.
 *
 * @param entries the jars and directories
 */
public record ClassPath(List<Path> entries) {

	/**
	 * Return the class path of the running test.
	 * @return the class path
	 */
	public static ClassPath ofTest() {
		return new ClassPath(Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter(Predicate.not(String::isEmpty))
			.map(Path::of)
			.toList());
	}

	/**
	 * Return the class path of an application that has the library and none of what is
	 * optional: no actuator, no Micrometer, no web, no database.
	 * @return the class path
	 */
	public static ClassPath ofLibrary() {
		return ofTest().without("spring-boot-actuator", "spring-boot-health", "spring-boot-jdbc", "spring-jdbc",
				"HikariCP", "spring-boot-micrometer", "micrometer-core", "micrometer-jakarta9", "spring-boot-web",
				"spring-boot-tomcat", "spring-boot-servlet", "spring-boot-reactor", "spring-boot-netty",
				"spring-boot-http", "spring-web", "tomcat-", "jakarta.servlet", "reactor-", "netty-");
	}

	/**
	 * Return this class path with one more entry.
	 * @param entry the jar or directory, to be looked at first
	 * @return a new class path
	 */
	public ClassPath with(Path entry) {
		return new ClassPath(Stream.concat(Stream.of(entry), this.entries.stream()).toList());
	}

	/**
	 * Return this class path without some of its jars.
	 * @param prefixes how the names of the jars start
	 * @return a new class path
	 */
	public ClassPath without(String... prefixes) {
		return new ClassPath(this.entries.stream()
			.filter((entry) -> Stream.of(prefixes).noneMatch(entry.getFileName().toString()::startsWith))
			.toList());
	}

	@Override
	public String toString() {
		return this.entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
	}

}
