package io.github.gmr.sickness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What must hold together: checks in code, pages about them, properties, and patients.
 *
 * @param checks the classes that have a check, by its id
 * @param pages the pages about checks by id
 * @param index the page that lists them
 * @param properties the names of all properties that there are
 * @param conditions the names of the patients, such as {@code "sick pool-exhausted"}
 * @param findings what the finding of a sick patient looks like, by its id
 */
record Corpus(Map<String, ? extends Collection<String>> checks, Map<String, String> pages, String index,
		Set<String> properties, Set<String> conditions, Map<String, Pattern> findings) {

	private static final List<String> HEADINGS = List.of("## What it means", "## How it is found", "## Common causes",
			"## What to look at", "## What to try", "## Properties", "## Example");

	private static final Pattern PROPERTY = Pattern
		.compile("(?<![\\w.$/@-])(?:gmr|spring|server|management)\\.[a-z0-9.-]*[a-z0-9]");

	/**
	 * Return what is missing.
	 * @return a sentence for each gap
	 */
	List<String> gaps() {
		List<String> gaps = new ArrayList<>();
		for (String id : ids()) {
			if (this.checks.containsKey(id)) {
				addGapsOfCheck(gaps, id);
			}
			else {
				gaps.add("'%s' is no check, but has a page or a patient".formatted(id));
			}
		}
		return gaps;
	}

	private Set<String> ids() {
		Set<String> ids = new TreeSet<>(this.checks.keySet());
		ids.addAll(this.pages.keySet());
		ids.addAll(this.findings.keySet());
		this.conditions.forEach((name) -> ids.add(name.split(" ", 2)[1]));
		return ids;
	}

	private void addGapsOfCheck(List<String> gaps, String id) {
		Collection<String> classes = this.checks.get(id);
		if (classes.size() != 1) {
			gaps.add("'%s' stands in more than one class: %s".formatted(id, classes));
		}
		for (String patient : List.of("sick ", "well ")) {
			if (!this.conditions.contains(patient + id)) {
				gaps.add("There is no patient '%s'".formatted(patient + id));
			}
		}
		if (!this.findings.containsKey(id)) {
			gaps.add("No test expects '%s' of its patient".formatted(id));
		}
		if (this.pages.containsKey(id)) {
			addGapsOfPage(gaps, id, this.pages.get(id));
		}
		else {
			gaps.add("'%s' has no page".formatted(id));
		}
	}

	private void addGapsOfPage(List<String> gaps, String id, String page) {
		if (!page.startsWith("# " + id + "\n")) {
			gaps.add("The page of '%s' has another title".formatted(id));
		}
		if (!this.index.contains("(" + id + ".md)")) {
			gaps.add("The index does not list '%s'".formatted(id));
		}
		List<String> headings = page.lines().filter((line) -> line.startsWith("## ")).toList();
		if (!headings.equals(HEADINGS)) {
			gaps.add("The page of '%s' has the headings %s".formatted(id, headings));
		}
		Pattern finding = this.findings.get(id);
		if (finding != null && !finding.matcher(page).find()) {
			gaps.add("The example of '%s' is not what its patient says".formatted(id));
		}
		Matcher names = PROPERTY.matcher(page);
		while (names.find()) {
			if (!this.properties.contains(names.group())) {
				gaps.add("The page of '%s' names '%s', which is no property".formatted(id, names.group()));
			}
		}
	}

}
