package io.github.gmr.redact;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.jspecify.annotations.Nullable;

/**
 * Asks the sanitizers of the application about many values on a thread that may be left
 * behind: a sanitizer that fails or does not answer costs only the value it was asked
 * about, which is masked.
 */
final class SanitizerRun {

	private static final long PATIENCE = 400;

	private static final int MAX_STUCK = 3;

	private final List<ValueSanitizer> sanitizers;

	private final List<Question> questions;

	private final AtomicReferenceArray<String> answers;

	private int next;

	private SanitizerRun(List<ValueSanitizer> sanitizers, List<Question> questions) {
		this.sanitizers = sanitizers;
		this.questions = questions;
		this.answers = new AtomicReferenceArray<>(questions.size());
	}

	/**
	 * Ask about all values.
	 * @param sanitizers whom to ask
	 * @param questions the values
	 * @return what to show for each
	 */
	static List<String> answers(List<ValueSanitizer> sanitizers, List<Question> questions) {
		if (sanitizers.isEmpty() || questions.isEmpty()) {
			return questions.stream().map(Question::value).toList();
		}
		return new SanitizerRun(sanitizers, questions).run();
	}

	private List<String> run() {
		for (int stuck = 0; stuck < MAX_STUCK && this.next < this.questions.size(); stuck++) {
			askUntilStuck();
		}
		List<String> result = new ArrayList<>();
		for (int i = 0; i < this.questions.size(); i++) {
			String answer = this.answers.get(i);
			result.add((answer != null) ? answer : Redaction.MASK);
		}
		return result;
	}

	private void askUntilStuck() {
		Thread thread = start(this.next);
		int before;
		do {
			before = this.next;
			join(thread);
			skipAnswered();
		}
		while (this.next > before && this.next < this.questions.size() && thread.isAlive());
		if (this.next < this.questions.size()) {
			this.answers.compareAndSet(this.next, null, Redaction.MASK);
			thread.interrupt();
			skipAnswered();
		}
	}

	private Thread start(int first) {
		Thread thread = new Thread(null, () -> askFrom(first), "gmr-sanitizers", 0, false);
		thread.setDaemon(true);
		try {
			thread.start();
		}
		catch (OutOfMemoryError ex) {
			// No thread to be had: rather take the risk of a sanitizer that blocks
			askFrom(first);
		}
		return thread;
	}

	private void askFrom(int first) {
		for (int i = first; i < this.questions.size() && this.answers.get(i) == null; i++) {
			this.answers.compareAndSet(i, null, ask(this.questions.get(i)));
		}
	}

	private String ask(Question question) {
		String answer = question.value();
		try {
			for (ValueSanitizer sanitizer : this.sanitizers) {
				String sanitized = sanitizer.sanitize(question.source(), question.name(), answer);
				answer = (sanitized != null) ? sanitized : Redaction.MASK;
			}
			return answer;
		}
		catch (RuntimeException | StackOverflowError | LinkageError | AssertionError ex) {
			return Redaction.MASK;
		}
	}

	private static void join(Thread thread) {
		try {
			thread.join(PATIENCE);
		}
		catch (InterruptedException ex) {
			thread.interrupt();
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while sanitizers were asked", ex);
		}
	}

	private void skipAnswered() {
		while (this.next < this.questions.size() && this.answers.get(this.next) != null) {
			this.next++;
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
