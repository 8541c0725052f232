package io.github.gmr.redact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.json.JsonParserFactory;
import org.springframework.boot.json.JsonWriter;

/**
 * One line of a corpus of secrets and harmless values in their surroundings.
 *
 * @param id which line it is
 * @param carrier where the text stands, such as {@code properties} or {@code log}
 * @param secret whether the value must not be shown
 * @param name the name of the property or variable, empty if there is none
 * @param text the text that has the value: JSON where the carrier has parts
 * @param value the value that is secret, or must be shown
 */
record CorpusEntry(String id, String carrier, boolean secret, String name, String text, String value) {

	/**
	 * Read a file of JSON Lines.
	 * @param file the file
	 * @return its entries
	 * @throws IOException if it cannot be read
	 */
	static List<CorpusEntry> read(Path file) throws IOException {
		return Files.readAllLines(file).stream().filter((line) -> !line.isBlank()).map(CorpusEntry::parse).toList();
	}

	private static CorpusEntry parse(String line) {
		Map<String, Object> entry = JsonParserFactory.getJsonParser().parseMap(line);
		return new CorpusEntry(String.valueOf(entry.get("id")), String.valueOf(entry.get("carrier")),
				"secret".equals(entry.get("kind")), String.valueOf(entry.getOrDefault("name", "")),
				text(entry.get("text")), String.valueOf(entry.get("value")));
	}

	private static String text(@Nullable Object text) {
		return (text instanceof Map || text instanceof List) ? JsonWriter.standard().writeToString(text)
				: String.valueOf(text);
	}

	@Override
	public String toString() {
		return this.id + " " + this.carrier + " | " + this.name + " | " + this.text + " <- " + this.value;
	}

}
