package io.github.gmr.hospital;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page about what the first report says of each sickness.
 */
final class ResultPage {

	private static final Path PAGE = Path.of("../docs/sicknesses.md");

	private static final int LONG = 420;

	private static final List<Integer> FEATURES = List.of(17, 25);

	private final Map<String, Map<String, Map<Integer, Result>>> wards;

	private ResultPage(List<Result> results) {
		this.wards = results.stream()
			.collect(Collectors.groupingBy(Result::ward, TreeMap::new, Collectors.groupingBy(Result::title,
					TreeMap::new, Collectors.toMap(Result::feature, (result) -> result))));
	}

	/**
	 * Write the page from all results that there are.
	 */
	static void write() {
		try {
			Files.writeString(PAGE, new ResultPage(Result.kept()).text());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String text() {
		StringBuilder text = new StringBuilder(HEAD
			.formatted(FEATURES.stream().map((feature) -> summary(feature) + "\n").collect(Collectors.joining())));
		this.wards.forEach((ward, cases) -> {
			if (!isOdd(ward)) {
				text.append("\n## ").append(WARDS.getOrDefault(ward, ward)).append("\n\n").append(SICK_TABLE);
				cases.forEach((title, results) -> text.append(sickRow(title, results)));
			}
		});
		text.append(HEALTHY_HEAD);
		this.wards.forEach((ward, cases) -> {
			if (isOdd(ward)) {
				cases.forEach((title, results) -> text.append(healthyRow(title, results)));
			}
		});
		return text.toString();
	}

	private static final String HEAD = """
			# Sicknesses

			What the first report says of a sick application: each is a process of its own, which became sick and was asked by
			signal a minute later, for the first time, with all limits as they are by default. "named" means that the first
			finding, with what stands under it, says what it is, with number and place; where it does not, it is quoted all the
			same. What follows from it is left out here. The first line is
			that of the report on standard error, from the signal on, with several such processes on two CPUs.

			The page is made by `CorpusIT` and `HealthyCorpusIT` in `gmr-sickness`; CONTRIBUTING.md says how to run them.

			%s""";

	private static final String SICK_TABLE = """
			| sickness | JDK 17 | JDK 25 | the first finding | first line |
			|---|---|---|---|---|
			""";

	private static final String HEALTHY_HEAD = """

			## Healthy, though odd

			Nothing above INFO in any report, one a minute for some minutes.

			| application | JDK 17 | JDK 25 | warning |
			|---|---|---|---|
			""";

	private static final Map<String, String> WARDS = Map.of("Clinic", "Known by a finding of their own", "Jvm", "JVM",
			"Life", "Start and end", "Green", "Virtual threads", "Host", "System", "Reactive", "WebFlux and Reactor");

	private String summary(int feature) {
		List<Result> results = results(feature);
		List<Result> sick = results.stream().filter((result) -> !isOdd(result.ward())).toList();
		List<Result> healthy = results.stream().filter((result) -> isOdd(result.ward())).toList();
		return "- JDK %d: %d of %d sicknesses named; %d of %d healthy applications without a warning".formatted(feature,
				sick.stream().filter(Result::right).count(), sick.size(),
				healthy.stream().filter(Result::right).count(), healthy.size());
	}

	private List<Result> results(int feature) {
		return this.wards.values()
			.stream()
			.flatMap((cases) -> cases.values().stream())
			.map((results) -> results.get(feature))
			.filter(Objects::nonNull)
			.toList();
	}

	private static boolean isOdd(String ward) {
		return WardCase.HEALTHY.contains(ward);
	}

	private static String sickRow(String title, Map<Integer, Result> results) {
		String lines = present(results).map((result) -> result.firstLine() + " ms").collect(Collectors.joining(", "));
		return "| %s | %s | %s | %s | %s |%n".formatted(title, word(results.get(17), "named", "**not named**"),
				word(results.get(25), "named", "**not named**"), cell(worst(results)), lines);
	}

	private static String healthyRow(String title, Map<Integer, Result> results) {
		return "| %s | %s | %s | %s |%n".formatted(title, word(results.get(17), "none", "**warned**"),
				word(results.get(25), "none", "**warned**"), cell(worst(results)));
	}

	private static String word(Result result, String right, String wrong) {
		if (result == null) {
			return "-";
		}
		return result.right() ? right : wrong;
	}

	/**
	 * Returns the one with something to mend, the newer one if there is none or more.
	 */
	private static Result worst(Map<Integer, Result> results) {
		return present(results)
			.min(Comparator.comparing(Result::right).thenComparing(Result::feature, Comparator.reverseOrder()))
			.orElseThrow();
	}

	private static Stream<Result> present(Map<Integer, Result> results) {
		return FEATURES.stream().map(results::get).filter(Objects::nonNull);
	}

	private static String cell(Result result) {
		String finding = result.finding().isEmpty() && !isOdd(result.ward()) ? "None"
				: result.finding().replaceFirst("(?s)\\n  because of that:.*", "").replaceAll("\\n +", " / ");
		String cut = (finding.length() > LONG) ? finding.substring(0, LONG) + " ..." : finding;
		return cut.replace("io.github.gmr.", "").replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*");
	}

}
