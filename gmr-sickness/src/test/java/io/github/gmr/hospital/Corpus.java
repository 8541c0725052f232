package io.github.gmr.hospital;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.provider.Arguments;

/**
 * All cases on all JDKs.
 */
final class Corpus {

	private static final Pattern ONLY = Pattern.compile(System.getProperty("corpus.only", ""));

	private Corpus() {
	}

	static Stream<Arguments> sick() {
		return select((one) -> !one.says().isEmpty() && !one.busy());
	}

	static Stream<Arguments> busy() {
		return select((one) -> !one.says().isEmpty() && one.busy());
	}

	static Stream<Arguments> healthy() {
		return select((one) -> one.says().isEmpty());
	}

	private static Stream<Arguments> select(Predicate<Case> predicate) {
		return Stream.<Case>concat(WardCase.all(), ClinicCase.all())
			.filter(predicate)
			.filter((one) -> ONLY.matcher(one.toString()).find())
			.flatMap((one) -> Jdk.all().stream().map((jdk) -> Arguments.of(one, jdk)));
	}

}
