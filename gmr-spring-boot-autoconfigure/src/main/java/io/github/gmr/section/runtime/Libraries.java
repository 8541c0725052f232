package io.github.gmr.section.runtime;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import org.jspecify.annotations.Nullable;

/**
 * The jars that the application is loaded from, by the names of their files, which have
 * versions in them. A class path of many entries names them all; where there are few,
 * they are inside of them, as in an executable jar or its unpacked directory, or named by
 * their manifest. Only files are looked at.
 */
final class Libraries {

	/**
	 * A class path of more entries is believed to name all jars.
	 */
	private static final int MAX_OPENED = 5;

	/**
	 * Where an executable jar has others, unpacked.
	 */
	private static final List<String> DIRECTORIES = List.of("BOOT-INF/lib", "WEB-INF/lib");

	private final Set<String> names = new LinkedHashSet<>();

	private Libraries() {
	}

	/**
	 * Read the names.
	 * @param classPath the entries of the class path
	 * @return the names in the order in which classes are looked for, such as
	 * {@code "spring-core-7.0.9.jar"}
	 */
	static List<String> of(List<String> classPath) {
		Libraries libraries = new Libraries();
		for (String entry : classPath) {
			libraries.add(entry.replace(File.separatorChar, '/'));
			if (classPath.size() <= MAX_OPENED) {
				libraries.addInside(entry);
			}
		}
		return List.copyOf(libraries.names);
	}

	private void add(String path) {
		if (path.endsWith(".jar")) {
			this.names.add(path.substring(path.lastIndexOf('/') + 1));
		}
	}

	private void addInside(String entry) {
		try {
			Path path = Path.of(entry);
			if (Files.isRegularFile(path)) {
				addJar(path);
			}
			for (String directory : DIRECTORIES) {
				if (Files.isDirectory(path.resolve(directory))) {
					addDirectory(path.resolve(directory));
				}
			}
		}
		catch (IOException | RuntimeException ex) {
			// Readers of the report see the name of the entry
		}
	}

	private void addDirectory(Path directory) throws IOException {
		try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
			files.forEach((file) -> add("/" + file.getFileName()));
		}
	}

	private void addJar(Path path) throws IOException {
		try (JarFile jar = new JarFile(path.toFile(), false)) {
			addNamed(jar.getManifest());
			jar.stream().map(ZipEntry::getName).forEach(this::add);
		}
	}

	private void addNamed(@Nullable Manifest manifest) {
		String paths = (manifest != null) ? manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH) : null;
		if (paths != null) {
			Stream.of(paths.split(" +")).forEach(this::add);
		}
	}

}
