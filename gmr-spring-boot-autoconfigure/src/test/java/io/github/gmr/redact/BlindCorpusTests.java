package io.github.gmr.redact;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.gmr.content.Content;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Scores a corpus of secrets and harmless values by others, that is not part of this
 * project, in the file that a system property names. Prints how many leak and are hidden,
 * and which, if another property says so.
 */
@EnabledIfSystemProperty(named = BlindCorpusTests.FILE, matches = ".+",
		disabledReason = "there is no corpus: name a file of JSON Lines by -D" + BlindCorpusTests.FILE)
class BlindCorpusTests {

	static final String FILE = "gmr.corpus";

	private static final boolean NAMED = Boolean.getBoolean("gmr.corpus.entries");

	private final Map<String, int[]> byCarrier = new TreeMap<>();

	private final List<String> wrong = new ArrayList<>();

	@Test
	void scoreCorpus() throws IOException {
		List<CorpusEntry> entries = CorpusEntry.read(Path.of(System.getProperty(FILE)));
		for (CorpusEntry entry : entries) {
			score(entry);
		}
		this.byCarrier.forEach((carrier, counts) -> System.out.printf("%-12s leaked %3d of %3d, hidden %3d of %3d%n",
				carrier, counts[1], counts[0], counts[3], counts[2]));
		if (NAMED) {
			this.wrong.forEach(System.out::println);
		}
		assertThat(entries).isNotEmpty();
	}

	private void score(CorpusEntry entry) throws IOException {
		boolean wrong = false;
		String shown = "";
		for (Content content : CorpusContents.of(entry)) {
			RedactedReport report = RenderedContent.redact(content);
			boolean found = RenderedContent.render(report).contains(entry.value());
			if (found == entry.secret()) {
				wrong = true;
				shown = String.valueOf(report.sections().get(0).content());
			}
		}
		for (String key : List.of(entry.carrier(), "~ all")) {
			int[] counts = this.byCarrier.computeIfAbsent(key, (missing) -> new int[4]);
			counts[entry.secret() ? 0 : 2]++;
			counts[entry.secret() ? 1 : 3] += wrong ? 1 : 0;
		}
		if (wrong) {
			this.wrong.add((entry.secret() ? "LEAKED " : "HIDDEN ") + entry + "\n    " + shown);
		}
	}

}
