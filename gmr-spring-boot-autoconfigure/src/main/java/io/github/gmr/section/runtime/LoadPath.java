package io.github.gmr.section.runtime;

import java.io.File;
import java.lang.module.ResolvedModule;
import java.net.URI;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.github.gmr.content.FieldsBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What this JVM loads the application from: a class path, modules or both.
 *
 * @param classPath the entries of the class path
 * @param modulePath the entries of the module path
 * @param mainModule the module that was started, {@code null} if it was a class
 * @param modules the modules that are not those of the JDK
 * @param libraries the names of the jars
 */
record LoadPath(List<String> classPath, List<String> modulePath, @Nullable String mainModule, List<String> modules,
		List<String> libraries) {

	private static final int MAX_ENTRIES = 5;

	private static final int MAX_LIBRARIES = 300;

	static LoadPath ofThisJvm() {
		return of(System::getProperty, ModuleLayer.boot());
	}

	static LoadPath of(UnaryOperator<@Nullable String> properties, ModuleLayer layer) {
		List<String> classPath = entries(properties.apply("java.class.path"));
		List<String> modulePath = entries(properties.apply("jdk.module.path"));
		List<String> modules = layer.configuration()
			.modules()
			.stream()
			.filter(LoadPath::isOfApplication)
			.map((module) -> module.reference().descriptor().toNameAndVersion())
			.sorted()
			.toList();
		return new LoadPath(classPath, modulePath, properties.apply("jdk.module.main"), modules,
				Libraries.of(Stream.concat(modulePath.stream(), classPath.stream()).toList()));
	}

	private static boolean isOfApplication(ResolvedModule module) {
		return !module.reference().location().map(URI::getScheme).filter("jrt"::equals).isPresent();
	}

	private static List<String> entries(@Nullable String path) {
		return (path != null) ? Stream.of(path.split(File.pathSeparator)).filter((entry) -> !entry.isEmpty()).toList()
				: List.of();
	}

	/**
	 * Add a few lines about what was started.
	 * @param fields are added to
	 */
	void addTo(FieldsBuilder fields) {
		addFirst(fields, "class path", this.classPath, MAX_ENTRIES);
		addFirst(fields, "module path", this.modulePath, MAX_ENTRIES);
		if (this.mainModule != null) {
			fields.add("main module", this.mainModule);
		}
		addFirst(fields, "modules", this.modules, MAX_ENTRIES);
	}

	/**
	 * Add the names of the jars, a line for each.
	 * @param fields are added to
	 */
	void addLibrariesTo(FieldsBuilder fields) {
		addFirst(fields, "libraries", this.libraries, MAX_LIBRARIES);
	}

	private static void addFirst(FieldsBuilder fields, String name, List<String> entries, int max) {
		if (entries.size() > max) {
			fields.add(name,
					Stream.concat(entries.stream().limit(max), Stream.of("... and " + (entries.size() - max) + " more"))
						.toList());
		}
		else if (!entries.isEmpty()) {
			fields.add(name, entries);
		}
	}

}
