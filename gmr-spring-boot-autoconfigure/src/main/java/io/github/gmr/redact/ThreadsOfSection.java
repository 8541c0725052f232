package io.github.gmr.redact;

import java.util.Optional;

import io.github.gmr.content.ContentVisitor;
import io.github.gmr.content.Failure;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Items;
import io.github.gmr.content.Settings;
import io.github.gmr.content.Table;
import io.github.gmr.content.Text;
import io.github.gmr.content.Threads;
import io.github.gmr.content.Value;
import io.github.gmr.report.SectionReport;

/**
 * Finds the threads that are all a section says. Has no state, so many threads may use
 * it.
 */
final class ThreadsOfSection implements ContentVisitor<Optional<Threads>> {

	private static final ThreadsOfSection VISITOR = new ThreadsOfSection();

	private ThreadsOfSection() {
	}

	/**
	 * Return the threads of a section.
	 * @param section the section
	 * @return its threads, empty if it says something else
	 */
	static Optional<Threads> of(SectionReport section) {
		return Optional.ofNullable(section.content()).flatMap((content) -> content.accept(VISITOR));
	}

	@Override
	public Optional<Threads> visitText(Text text) {
		return Optional.empty();
	}

	@Override
	public Optional<Threads> visitValue(Value value) {
		return Optional.empty();
	}

	@Override
	public Optional<Threads> visitFields(Fields fields) {
		return Optional.empty();
	}

	@Override
	public Optional<Threads> visitItems(Items items) {
		return Optional.empty();
	}

	@Override
	public Optional<Threads> visitTable(Table table) {
		return Optional.empty();
	}

	@Override
	public Optional<Threads> visitSettings(Settings settings) {
		return Optional.empty();
	}

	@Override
	public Optional<Threads> visitThreads(Threads threads) {
		return Optional.of(threads);
	}

	@Override
	public Optional<Threads> visitFinding(Finding finding) {
		return Optional.empty();
	}

	@Override
	public Optional<Threads> visitFailure(Failure failure) {
		return Optional.empty();
	}

}
