package io.github.gmr.sickness;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds together the checks of the library, the pages about them, the properties these
 * name, and the patients; and sees each kind of gap in a small corpus.
 */
class CorpusTests {

	private static final String PAGE = """
			# pool-dry

			## What it means

			## How it is found

			## Common causes

			## What to look at

			## What to try

			## Properties

			- `gmr.section.pools.threshold`

			## Example

			    CRITICAL: 3 of 3 buckets are empty [pool-dry]
			""";

	private final Map<String, List<String>> checks = new HashMap<>(Map.of("pool-dry", List.of("Pools")));

	private final Map<String, String> pages = new HashMap<>(Map.of("pool-dry", PAGE));

	private String index = "- [pool-dry](pool-dry.md)";

	private final Set<String> properties = new HashSet<>(Set.of("gmr.section.pools.threshold"));

	private final Set<String> conditions = new HashSet<>(Set.of("sick pool-dry", "well pool-dry"));

	private final Map<String, Pattern> findings = new HashMap<>(
			Map.of("pool-dry", Pattern.compile("CRITICAL: \\d of \\d buckets are empty \\[pool-dry\\]")));

	@Test
	void corpusHasNoGap() throws Exception {
		Corpus corpus = CorpusReader.read();
		assertThat(corpus.checks()).hasSizeGreaterThan(20);
		assertThat(corpus.gaps()).isEmpty();
	}

	@Test
	void corpusWhenWholeHasNoGap() {
		assertThat(gaps()).isEmpty();
	}

	@Test
	void checkWithoutPageIsGap() {
		this.pages.clear();
		assertThat(gaps()).containsExactly("'pool-dry' has no page");
	}

	@Test
	void checkThatIndexDoesNotListIsGap() {
		this.index = "- [pool-wet](pool-wet.md)";
		assertThat(gaps()).containsExactly("The index does not list 'pool-dry'");
	}

	@Test
	void checkInTwoClassesIsGap() {
		this.checks.put("pool-dry", List.of("Pools", "Buckets"));
		assertThat(gaps()).containsExactly("'pool-dry' stands in more than one class: [Pools, Buckets]");
	}

	@Test
	void checkWithoutSickPatientIsGap() {
		this.conditions.remove("sick pool-dry");
		assertThat(gaps()).containsExactly("There is no patient 'sick pool-dry'");
	}

	@Test
	void checkWithoutHealthyNeighbourIsGap() {
		this.conditions.remove("well pool-dry");
		assertThat(gaps()).containsExactly("There is no patient 'well pool-dry'");
	}

	@Test
	void checkThatNoTestExpectsIsGap() {
		this.findings.clear();
		assertThat(gaps()).containsExactly("No test expects 'pool-dry' of its patient");
	}

	@Test
	void pageWithoutCheckIsGap() {
		this.pages.put("pool-wet", PAGE);
		assertThat(gaps()).containsExactly("'pool-wet' is no check, but has a page or a patient");
	}

	@Test
	void patientWithoutCheckIsGap() {
		this.conditions.add("sick pool-wet");
		assertThat(gaps()).containsExactly("'pool-wet' is no check, but has a page or a patient");
	}

	@Test
	void pageThatNamesUnknownPropertyIsGap() {
		this.properties.clear();
		assertThat(gaps())
			.containsExactly("The page of 'pool-dry' names 'gmr.section.pools.threshold', which is no property");
	}

	@Test
	void pageWithInventedExampleIsGap() {
		this.pages.put("pool-dry", PAGE.replace("empty", "dry"));
		assertThat(gaps()).containsExactly("The example of 'pool-dry' is not what its patient says");
	}

	@Test
	void pageWithoutHeadingIsGap() {
		this.pages.put("pool-dry", PAGE.replace("## What to try\n", ""));
		assertThat(gaps()).singleElement().asString().startsWith("The page of 'pool-dry' has the headings [");
	}

	@Test
	void pageWithTitleOfAnotherIsGap() {
		this.pages.put("pool-dry", PAGE.replace("# pool-dry", "# pool-wet"));
		assertThat(gaps()).containsExactly("The page of 'pool-dry' has another title");
	}

	private List<String> gaps() {
		return new Corpus(this.checks, this.pages, this.index, this.properties, this.conditions, this.findings).gaps();
	}

}
