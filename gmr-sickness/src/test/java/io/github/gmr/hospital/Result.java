package io.github.gmr.hospital;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What became of a case, kept in a file until the page is made.
 *
 * @param ward where it belongs
 * @param title what it has
 * @param feature the feature release of its Java
 * @param right whether the first finding named it, or a healthy one had no warning
 * @param finding what the first finding said, or the first warning of a healthy one;
 * empty if there was none
 * @param firstLine milliseconds from the signal to the first line
 */
record Result(String ward, String title, int feature, boolean right, String finding, long firstLine) {

	private static final Path DIRECTORY = Path.of("target", "corpus");

	private Path file(String suffix) {
		return DIRECTORY.resolve(
				"%d/%s-%s%s".formatted(this.feature, this.ward, this.title.replaceAll("[^A-Za-z0-9]+", "-"), suffix));
	}

	/**
	 * Keep it.
	 * @param report the report, for those who want to know more
	 */
	void keep(String report) {
		Properties properties = new Properties();
		properties.setProperty("ward", this.ward);
		properties.setProperty("title", this.title);
		properties.setProperty("feature", Integer.toString(this.feature));
		properties.setProperty("right", Boolean.toString(this.right));
		properties.setProperty("finding", this.finding);
		properties.setProperty("firstLine", Long.toString(this.firstLine));
		try {
			Files.createDirectories(file("").getParent());
			Files.writeString(file(".txt"), report);
			try (Writer out = Files.newBufferedWriter(file(".properties"))) {
				properties.store(out, null);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return all that have been kept, of earlier runs and other JDKs as well.
	 * @return the results
	 */
	static List<Result> kept() {
		try (Stream<Path> files = Files.walk(DIRECTORY)) {
			return files.filter((file) -> file.toString().endsWith(".properties")).map(Result::read).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Result read(Path file) {
		Properties properties = new Properties();
		try (Reader in = Files.newBufferedReader(file)) {
			properties.load(in);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new Result(properties.getProperty("ward"), properties.getProperty("title"),
				Integer.parseInt(properties.getProperty("feature")),
				Boolean.parseBoolean(properties.getProperty("right")), properties.getProperty("finding"),
				Long.parseLong(properties.getProperty("firstLine")));
	}

}
