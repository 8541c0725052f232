package io.github.gmr.content;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

import io.github.gmr.content.text.Attempt;
import io.github.gmr.content.text.TimeSpan;
import io.github.gmr.content.text.WellFormed;
import org.jspecify.annotations.Nullable;

/**
 * Something worth knowing about the state of the application. A finding may stand
 * anywhere in the content of a section; all are gathered at the top of the report.
 *
 * @param severity how bad it is
 * @param summary one sentence with the numbers
 * @param next the title of the section to look at next, or {@code null}
 */
public record Finding(Severity severity, String summary, @Nullable String next) implements Content {

	public Finding {
		summary = WellFormed.text(summary);
		next = (next != null) ? WellFormed.name(next) : null;
	}

	@Override
	public <R> R accept(ContentVisitor<R> visitor) {
		return visitor.visitFinding(this);
	}

	@Override
	public String asText() {
		return this.summary;
	}

	/**
	 * Return this finding with a hint what to look at next.
	 * @param next the title of a section
	 * @return a new finding
	 */
	public Finding next(String next) {
		return new Finding(this.severity, this.summary, next);
	}

	static Finding of(Severity severity, String summary, @Nullable Object... args) {
		return new Finding(severity, format(summary, args), null);
	}

	private static String format(String summary, @Nullable Object... args) {
		return (args.length != 0) ? Attempt.ask(
				() -> String.format(Locale.ROOT, summary, Arrays.stream(args).map(Finding::word).toArray()),
				(ex) -> summary + " " + Arrays.stream(args).map(Attempt::text).toList()) : summary;
	}

	private static @Nullable Object word(@Nullable Object arg) {
		return (arg instanceof Duration time) ? TimeSpan.words(time) : arg;
	}

	/**
	 * How bad a finding is, the worst last.
	 */
	public enum Severity {

		/**
		 * Worth knowing, harms nobody.
		 */
		INFO,

		/**
		 * Somebody should look at it.
		 */
		WARNING,

		/**
		 * Explains why the application does not work.
		 */
		CRITICAL

	}

}
