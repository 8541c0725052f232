package io.github.gmr.redact;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.gmr.redact.text.Marks;
import io.github.gmr.worker.Outcome;
import io.github.gmr.worker.Outcome.TimedOut;
import io.github.gmr.worker.Workers;
import org.jspecify.annotations.Nullable;

/**
 * The sanitizers of the application. They are asked on a thread that may be left behind:
 * one that fails or does not answer costs only the value it was asked about, which is
 * masked, and is not asked about that name again as long as it hangs. Thread-safe.
 */
final class Sanitizers {

	private static final Duration LIMIT = Duration.ofMillis(1200);

	private final List<ValueSanitizer> sanitizers;

	private final Workers workers;

	/**
	 * The questions that were not answered, by their names: each report asks anew.
	 */
	private final Map<String, Question> hanging = new ConcurrentHashMap<>();

	Sanitizers(List<ValueSanitizer> sanitizers, Workers workers) {
		this.sanitizers = List.copyOf(sanitizers);
		this.workers = workers;
	}

	/**
	 * Return whether nobody is to be asked.
	 * @return whether the application has no sanitizer
	 */
	boolean areNone() {
		return this.sanitizers.isEmpty();
	}

	/**
	 * Ask about values.
	 * @param questions the values
	 * @return what to show for each
	 */
	List<String> ask(List<Question> questions) {
		if (areNone() || questions.isEmpty()) {
			return questions.stream().map(Question::value).toList();
		}
		List<Outcome<String>> outcomes = this.workers.attemptEach(questions,
				(question) -> this.hanging.getOrDefault(question.name(), question), this::ask, LIMIT);
		for (int i = 0; i < questions.size(); i++) {
			if (outcomes.get(i) instanceof TimedOut) {
				this.hanging.put(questions.get(i).name(), questions.get(i));
			}
		}
		return outcomes.stream().map((outcome) -> outcome.orElse(Marks.MASK)).toList();
	}

	private String ask(Question question) {
		String answer = question.value();
		for (ValueSanitizer sanitizer : this.sanitizers) {
			String sanitized = sanitizer.sanitize(question.source(), question.name(), answer);
			answer = (sanitized != null) ? sanitized : Marks.MASK;
		}
		return answer;
	}

	/**
	 * A value that sanitizers are asked about.
	 *
	 * @param source the name of the property source, or {@code null}
	 * @param name the name of the value
	 * @param value the value
	 */
	record Question(@Nullable String source, String name, String value) {

	}

}
