package io.github.gmr.section.application;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import io.github.gmr.content.Content;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Text;
import io.github.gmr.content.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.info.GitProperties;
import org.springframework.core.SpringVersion;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PackageSection}.
 */
class PackageSectionTests {

	private static final Map<String, String> BUILD = Map.of("name", "Orders", "artifact", "orders-app", "group",
			"com.acme", "version", "1.4.2", "time", "2026-11-20T16:20:00Z");

	@Test
	void contentWhenNothingIsKnownTellsFrameworksAndJava() {
		assertThat(content(new PackageSection(null, null, null, null))).containsExactly(
				Map.entry("product", new Text("unknown")), Map.entry("vendor", new Text("unknown")),
				Map.entry("version", new Text("unknown")),
				Map.entry("spring boot", new Text(SpringBootVersion.getVersion())),
				Map.entry("spring framework", new Text(SpringVersion.getVersion())),
				Map.entry("java",
						new Text(System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")")),
				Map.entry("vm",
						new Text(System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"))));
	}

	@Test
	void contentWhenBuildIsKnownPrefersIt() {
		assertThat(content(new PackageSection(build(BUILD), null, PackageSection.class, "named")))
			.containsEntry("product", new Text("Orders"))
			.containsEntry("vendor", new Text("com.acme"))
			.containsEntry("version", new Text("1.4.2"))
			.containsEntry("built", new Value("2026-11-20T16:20:00Z"));
	}

	@Test
	void contentWhenBuildHasNoNameTellsArtifact() {
		BuildProperties build = build(Map.of("name", " ", "artifact", "orders-app"));
		assertThat(content(new PackageSection(build, null, null, "named")))
			.containsEntry("product", new Text("orders-app"))
			.containsEntry("version", new Text("unknown"))
			.doesNotContainKey("built");
	}

	@Test
	void contentWhenOnlyManifestIsKnownTellsIt(@TempDir Path directory) throws Exception {
		try (URLClassLoader loader = new URLClassLoader(new URL[] { jar(directory) }, null)) {
			Class<?> mainClass = loader.loadClass(Packaged.class.getName());
			assertThat(content(new PackageSection(null, null, mainClass, "named")))
				.containsEntry("product", new Text("Packaged Orders"))
				.containsEntry("vendor", new Text("Acme Inc."))
				.containsEntry("version", new Text("9.8"));
			assertThat(content(new PackageSection(build(BUILD), null, mainClass, "named")))
				.containsEntry("product", new Text("Orders"))
				.containsEntry("vendor", new Text("Acme Inc."))
				.containsEntry("version", new Text("1.4.2"));
		}
	}

	@Test
	void contentWhenOnlyNameIsKnownTellsIt() {
		assertThat(content(new PackageSection(null, null, PackageSectionTests.class, "named")))
			.containsEntry("product", new Text("named"))
			.containsEntry("vendor", new Text("unknown"));
	}

	@Test
	void contentWhenCommitIsKnownTellsItWhole() {
		GitProperties git = git(Map.of("commit.id", "5f3a9c1d0b7e4a2f8c6d", "branch", "main"));
		assertThat(content(new PackageSection(null, git, null, null)))
			.containsEntry("commit", new Text("5f3a9c1d0b7e4a2f8c6d"))
			.containsEntry("branch", new Text("main"));
	}

	@Test
	void contentWhenOnlyShortCommitIsKnownTellsIt() {
		GitProperties git = git(Map.of("commit.id.abbrev", "5f3a9c1"));
		assertThat(content(new PackageSection(null, git, null, null))).containsEntry("commit", new Text("5f3a9c1"))
			.doesNotContainKey("branch");
	}

	private static BuildProperties build(Map<String, String> entries) {
		return new BuildProperties(properties(entries));
	}

	private static GitProperties git(Map<String, String> entries) {
		return new GitProperties(properties(entries));
	}

	private static Properties properties(Map<String, String> entries) {
		Properties properties = new Properties();
		properties.putAll(entries);
		return properties;
	}

	private static URL jar(Path directory) throws IOException {
		Manifest manifest = new Manifest();
		Attributes attributes = manifest.getMainAttributes();
		attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
		attributes.put(Attributes.Name.IMPLEMENTATION_TITLE, "Packaged Orders");
		attributes.put(Attributes.Name.IMPLEMENTATION_VENDOR, "Acme Inc.");
		attributes.put(Attributes.Name.IMPLEMENTATION_VERSION, "9.8");
		Path jar = directory.resolve("orders.jar");
		String entry = Packaged.class.getName().replace('.', '/') + ".class";
		try (OutputStream file = Files.newOutputStream(jar);
				JarOutputStream out = new JarOutputStream(file, manifest);
				InputStream type = Packaged.class.getClassLoader().getResourceAsStream(entry)) {
			out.putNextEntry(new JarEntry(entry));
			type.transferTo(out);
		}
		return jar.toUri().toURL();
	}

	private static Map<String, Content> content(PackageSection section) {
		return ((Fields) section.content()).values();
	}

	static class Packaged {

	}

}
