package io.github.gmr.aot;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import io.github.gmr.process.ClassPath;
import io.github.gmr.process.Patient;
import io.github.gmr.process.PatientBuilder;

import org.springframework.boot.SpringApplicationAotProcessor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that was processed ahead of time, as a build does it.
 *
 * @param application the application
 * @param classPath where it is, with what was generated for it
 * @param output what it printed while it was processed
 */
record AheadOfTime(Class<?> application, ClassPath classPath, String output) {

	/**
	 * Process an application.
	 * @param application the application
	 * @param directory where to put what is generated
	 * @param arguments the arguments of the application while it is processed
	 * @return the processed application
	 * @throws IOException if a file cannot be written
	 */
	static AheadOfTime process(Class<?> application, Path directory, String... arguments) throws IOException {
		Path sources = directory.resolve("sources");
		Path classes = directory.resolve("classes");
		try (Patient processing = Patient.main(SpringApplicationAotProcessor.class, ClassPath.ofTest())
			.jvm(PatientBuilder.SHORT_LIVED)
			.arguments(application.getName(), sources.toString(), classes.toString(), classes.toString(),
					"io.github.gmr", "aot")
			.arguments(arguments)
			.start()) {
			assertThat(processing.awaitExit()).as(processing.stdout() + processing.stderr()).isZero();
			compile(sources, classes);
			return new AheadOfTime(application, ClassPath.ofTest().with(classes), processing.stdout());
		}
	}

	private static void compile(Path sources, Path classes) throws IOException {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		StringWriter messages = new StringWriter();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
				Stream<Path> tree = Files.walk(sources)) {
			List<Path> java = tree.filter((path) -> path.toString().endsWith(".java")).toList();
			List<String> options = List.of("-cp", ClassPath.ofTest().with(classes).toString(), "-d", classes.toString(),
					"-proc:none", "-nowarn");
			assertThat(compiler.getTask(messages, files, null, options, null, files.getJavaFileObjectsFromPaths(java))
				.call()).as(messages.toString()).isTrue();
		}
	}

	/**
	 * Prepare to run the application.
	 * @param arguments its arguments
	 * @return a builder
	 */
	PatientBuilder patient(String... arguments) {
		return Patient.main(this.application, this.classPath)
			.jvm("-Dspring.aot.enabled=true", PatientBuilder.SHORT_LIVED)
			.jvm(PatientBuilder.PATIENCE)
			.arguments(arguments);
	}

}
