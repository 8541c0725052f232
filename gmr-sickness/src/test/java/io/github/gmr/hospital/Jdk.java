package io.github.gmr.hospital;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A Java that applications run on.
 *
 * @param home where it is
 * @param feature its feature release
 */
record Jdk(Path home, int feature) {

	/**
	 * Return those that cases are to run on.
	 * @return those of the property {@code corpus.jdks}, separated by commas, or else
	 * that of this test
	 */
	static List<Jdk> all() {
		return Stream.of(System.getProperty("corpus.jdks", System.getProperty("java.home")).split(","))
			.map(Path::of)
			.map((home) -> new Jdk(home, feature(home)))
			.toList();
	}

	private static int feature(Path home) {
		Properties release = new Properties();
		try (Reader in = Files.newBufferedReader(home.resolve("release"))) {
			release.load(in);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return Runtime.Version.parse(release.getProperty("JAVA_VERSION").replace("\"", "")).feature();
	}

	@Override
	public String toString() {
		return "JDK " + this.feature;
	}

}
