package io.github.gmr.demo;

import java.io.IOException;
import java.util.List;
import java.util.jar.JarFile;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Looks into the packaged demo.
 */
class PackagingIT {

	@Test
	void jarsOfSpringBootAreOfOneVersion() throws IOException {
		try (JarFile jar = new JarFile(Demo.JAR.toFile())) {
			List<String> names = jar.stream()
				.map((entry) -> entry.getName())
				.filter((name) -> name.startsWith("BOOT-INF/lib/spring-boot-"))
				.toList();
			assertThat(names).hasSizeGreaterThan(3)
				.allMatch((name) -> name.endsWith("-" + System.getProperty("demo.spring-boot.version") + ".jar"));
		}
	}

}
