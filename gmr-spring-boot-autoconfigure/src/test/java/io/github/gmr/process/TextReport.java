package io.github.gmr.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A report in its text form, read back.
 *
 * @param text the whole text, from the first line of the opening head to the last one of
 * the closing head
 * @param head what the report says about itself by name
 * @param sections the bodies of the sections by title, in printing order; later findings
 * stand with the others, without what was looked for
 */
public record TextReport(String text, Map<String, String> head, Map<String, String> sections) {

	private static final String OPENING = "Guru Meditation";

	private static final String CLOSING = "End of Guru Meditation";

	private static final Pattern TITLE = Pattern.compile("^={72}\\n====(.{64})====\\n={72}\\n", Pattern.MULTILINE);

	private static final Pattern DURATION = Pattern.compile("^\\nduration = (\\d+ ms)\\n(?=={72}\\n==== +End of)",
			Pattern.MULTILINE);

	private static final Pattern BAR = Pattern.compile("^\\|{72}\\n", Pattern.MULTILINE);

	private static final Pattern PAIR = Pattern.compile("^(\\S[^=\\n]*) = (.*)$", Pattern.MULTILINE);

	/**
	 * Read a text that is one report and nothing else.
	 * @param text the text
	 * @return the report
	 */
	public static TextReport of(String text) {
		List<TextReport> reports = allIn(text);
		if (reports.size() != 1 || !reports.get(0).text().equals(text)) {
			throw new AssertionError("Not exactly one whole report:\n" + text);
		}
		return reports.get(0);
	}

	/**
	 * Find the whole reports in a text that may hold other lines as well.
	 * @param text the text
	 * @return the reports in order
	 */
	public static List<TextReport> allIn(String text) {
		List<TextReport> reports = new ArrayList<>();
		Matcher heads = TITLE.matcher(text);
		int start = -1;
		while (heads.find()) {
			String title = heads.group(1).strip();
			if (title.equals(OPENING)) {
				start = heads.start();
			}
			else if (title.equals(CLOSING) && start >= 0) {
				reports.add(parse(text.substring(start, heads.end())));
				start = -1;
			}
		}
		return reports;
	}

	private static TextReport parse(String whole) {
		Matcher end = DURATION.matcher(whole);
		if (!end.find()) {
			throw new AssertionError("Without duration:\n" + whole);
		}
		TextReport report = parse(whole, whole.substring(0, end.start()) + whole.substring(end.end()));
		report.head().put("duration", end.group(1));
		return report;
	}

	private static TextReport parse(String whole, String text) {
		Map<String, String> sections = sectionsIn(text);
		String opening = sections.remove(OPENING);
		String closing = sections.remove(CLOSING);
		if (opening == null || !BAR.matcher(opening).lookingAt() || !"".equals(closing)) {
			throw new AssertionError("Not well-formed:\n" + text);
		}
		String later = sections.remove("Later Findings");
		sections.computeIfPresent("Findings", (title, findings) -> findings(findings, later));
		return new TextReport(whole, pairsIn(opening), sections);
	}

	/**
	 * Find the sections in a text, such as the text of a section alone.
	 * @param text the text, which starts with a section's head
	 * @return the bodies of the sections by title
	 */
	public static Map<String, String> sectionsIn(String text) {
		Map<String, String> sections = new LinkedHashMap<>();
		Matcher heads = TITLE.matcher(text);
		int end = heads.lookingAt() ? 0 : text.length();
		while (heads.find(end)) {
			String title = heads.group(1).strip();
			int body = heads.end();
			end = heads.find() ? heads.start() : text.length();
			if (sections.put(title, text.substring(body, end)) != null) {
				throw new AssertionError("Two sections '" + title + "'");
			}
		}
		return sections;
	}

	/**
	 * A slow machine has later findings, others have not.
	 */
	private static String findings(String first, @Nullable String later) {
		List<String> all = Stream.concat(first.lines(), (later != null) ? later.lines() : Stream.empty())
			.filter((line) -> !line.equals("None") && !line.startsWith("not known yet = ") && !isCoverage(line))
			.toList();
		return (all.isEmpty() ? "None" : String.join("\n", all)) + "\n";
	}

	private static boolean isCoverage(String line) {
		return line.startsWith("checks = ");
	}

	private static Map<String, String> pairsIn(String text) {
		return PAIR.matcher(text)
			.results()
			.collect(Collectors.toMap((pair) -> pair.group(1), (pair) -> pair.group(2), (first, second) -> first,
					LinkedHashMap::new));
	}

	/**
	 * Return the titles of the sections.
	 * @return the titles in printing order
	 */
	public List<String> titles() {
		return List.copyOf(this.sections.keySet());
	}

	/**
	 * Return the body of a section.
	 * @param title the title of the section
	 * @return the body
	 */
	public String section(String title) {
		String body = this.sections.get(title);
		if (body == null) {
			throw new AssertionError("No section '%s' among %s".formatted(title, titles()));
		}
		return body;
	}

}
