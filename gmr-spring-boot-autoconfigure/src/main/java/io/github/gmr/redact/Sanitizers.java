package io.github.gmr.redact;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

import io.github.gmr.redact.find.Marks;
import io.github.gmr.worker.Walk;
import org.jspecify.annotations.Nullable;

/**
 * The sanitizers of the application. They are asked on a thread that may be left behind:
 * one that fails or does not answer costs only the value it was asked about, which is
 * masked.
 */
final class Sanitizers {

	private static final long PATIENCE = 400;

	private static final int MAX_STUCK = 3;

	private final List<ValueSanitizer> sanitizers;

	private final Executor executor;

	Sanitizers(List<ValueSanitizer> sanitizers, Executor executor) {
		this.sanitizers = List.copyOf(sanitizers);
		this.executor = executor;
	}

	/**
	 * Ask about values.
	 * @param questions the values
	 * @return what to show for each
	 */
	List<String> ask(List<Question> questions) {
		if (this.sanitizers.isEmpty() || questions.isEmpty()) {
			return questions.stream().map(Question::value).toList();
		}
		AtomicReferenceArray<@Nullable String> answers = new AtomicReferenceArray<>(questions.size());
		AtomicInteger legs = new AtomicInteger();
		new Walk(this.executor, questions.size(), (i) -> answers.compareAndSet(i, null, ask(questions.get(i)))).go(
				() -> (legs.getAndIncrement() < MAX_STUCK) ? PATIENCE : -1,
				(i, waited, over) -> answers.compareAndSet(i, null, Marks.MASK));
		return IntStream.range(0, questions.size())
			.mapToObj((i) -> Objects.requireNonNullElse(answers.get(i), Marks.MASK))
			.toList();
	}

	private String ask(Question question) {
		String answer = question.value();
		try {
			for (ValueSanitizer sanitizer : this.sanitizers) {
				String sanitized = sanitizer.sanitize(question.source(), question.name(), answer);
				answer = (sanitized != null) ? sanitized : Marks.MASK;
			}
			return answer;
		}
		catch (Throwable ex) {
			return Marks.MASK;
		}
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
