package io.github.gmr.content;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import io.github.gmr.content.FindingDetails.Change;
import io.github.gmr.content.FindingDetails.Evidence;
import io.github.gmr.content.text.Attempt;
import io.github.gmr.content.text.Identifier;
import io.github.gmr.content.text.TimeSpan;
import io.github.gmr.content.text.WellFormed;
import org.jspecify.annotations.Nullable;

/**
 * Something worth knowing about the state of the application. A finding may stand
 * anywhere in the content of a section; all are gathered at the top of the report.
 *
 * @param severity how bad it is
 * @param id what kind of finding it is, in lower case with hyphens, such as
 * {@code "pool-exhausted"}, the same in each report; {@code null} for the name of the
 * section that has it
 * @param summary one sentence with the numbers
 * @param details what else there is to say about it
 */
public record Finding(Severity severity, @Nullable String id, String summary,
		FindingDetails details) implements Content {

	public Finding {
		summary = WellFormed.text(summary);
	}

	/**
	 * Create a finding of no kind in particular.
	 * @param severity how bad it is
	 * @param summary one sentence with the numbers
	 */
	Finding(Severity severity, String summary) {
		this(severity, null, summary, FindingDetails.NONE);
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
	 * Return the title of the section to look at next.
	 * @return the title, or {@code null}
	 */
	public @Nullable String next() {
		return this.details.next();
	}

	/**
	 * Return this finding as one of a kind that alerts and comparisons know it by.
	 * @param id the kind, such as {@code "orders-stuck"}: the same in each report, lower
	 * case with hyphens. What else is in it becomes a hyphen, and what was given is part
	 * of the evidence then.
	 * @return a new finding
	 */
	public Finding id(@Nullable String id) {
		String known = Identifier.of(id);
		Finding finding = new Finding(this.severity, known, this.summary, this.details);
		return known.equals(id) ? finding : finding.evidence("id", id);
	}

	/**
	 * Return this finding with a hint what to look at next.
	 * @param next the title of a section
	 * @return a new finding
	 */
	public Finding next(String next) {
		return next(next, null);
	}

	/**
	 * Return this finding with a hint what to look at next.
	 * @param next the title of a section
	 * @param row what to look at there, such as the name of a pool, or {@code "#31"} for
	 * a thread; {@code null} for all of it
	 * @return a new finding
	 */
	public Finding next(String next, @Nullable String row) {
		return with((details) -> details.next(next, row));
	}

	/**
	 * Return this finding with another sentence.
	 * @param summary one sentence with the numbers
	 * @return a new finding
	 */
	public Finding summary(String summary) {
		return new Finding(this.severity, this.id, summary, this.details);
	}

	/**
	 * Return this finding with what it is about.
	 * @param subject the subject, such as {@code "queue orders"}
	 * @return a new finding
	 */
	public Finding subject(@Nullable String subject) {
		return with((details) -> details.subject(subject));
	}

	/**
	 * Return this finding with the place in the code of the application where it is.
	 * @param frames the topmost frame of the application, such as
	 * {@code "com.acme.Orders.find(Orders.java:41)"}, and maybe its outermost one
	 * @return a new finding
	 */
	public Finding place(@Nullable String... frames) {
		return place(Arrays.stream(frames).filter(Objects::nonNull).map(WellFormed::name).toList());
	}

	/**
	 * Return this finding with the place in the code of the application where it is.
	 * @param frames the topmost frame of the application and maybe its outermost one
	 * @return a new finding
	 */
	public Finding place(List<String> frames) {
		return with((details) -> details.place(frames));
	}

	/**
	 * Return this finding with one more figure that it is made of.
	 * @param name the name of the figure
	 * @param value its value, as for {@link Content#of(Object)}; what is more than a
	 * single value becomes text
	 * @return a new finding
	 */
	public Finding evidence(String name, @Nullable Object value) {
		return with((details) -> details.evidence(name, Cell.single(value)));
	}

	/**
	 * Return this finding with the threads that suffer.
	 * @param threads their identifiers
	 * @return a new finding
	 */
	public Finding threads(Collection<Long> threads) {
		return with((details) -> details.threads(threads));
	}

	/**
	 * Return this finding with the threads that make others suffer, such as those that
	 * hold what these wait for.
	 * @param threads their identifiers
	 * @return a new finding
	 */
	public Finding holders(Collection<Long> threads) {
		return with((details) -> details.holders(threads));
	}

	/**
	 * Return this finding with what has led to it.
	 * @param lines a line for each link
	 * @return a new finding
	 */
	public Finding chain(List<String> lines) {
		return with((details) -> details.chain(lines));
	}

	/**
	 * Return this finding with how much it holds up.
	 * @param impact the impact, or {@code null} if it is not known
	 * @return a new finding
	 */
	public Finding impact(@Nullable Impact impact) {
		return with((details) -> details.impact(impact));
	}

	/**
	 * Return this finding with what another one knows about the same: how much it holds
	 * up, and what has led to it unless this one tells that.
	 * @param other the other finding
	 * @return a new finding
	 */
	public Finding with(Finding other) {
		Impact impact = other.details.impact();
		Finding both = impact((impact != null) ? impact.and(this.details.impact()) : this.details.impact());
		return this.details.chain().isEmpty() ? both.chain(other.details.chain()) : both;
	}

	/**
	 * Return this finding with the time since which it holds.
	 * @param since the time, or {@code null} if it is not known
	 * @return a new finding
	 */
	public Finding since(@Nullable Instant since) {
		return with((details) -> details.since(since));
	}

	/**
	 * Return a finding that says since when it holds.
	 * @param time for how long it has held, or {@code null} if that is not known; its
	 * start is rounded down to a second
	 * @return a new finding
	 */
	public Finding since(@Nullable Duration time) {
		return since((time != null) ? Instant.now().minus(time).truncatedTo(ChronoUnit.SECONDS) : (Instant) null);
	}

	/**
	 * Return this finding with a setting behind it. The report adds its value and where
	 * that comes from.
	 * @param name the name of the setting, such as {@code "shop.queue-limit"}
	 * @return a new finding
	 */
	public Finding setting(@Nullable String name) {
		return with((details) -> details.setting(Setting.of(WellFormed.name(name), null, null)));
	}

	/**
	 * Return this finding with other settings behind it.
	 * @param settings the settings
	 * @return a new finding
	 */
	public Finding settings(List<Setting> settings) {
		return with((details) -> details.settings(settings));
	}

	/**
	 * Return this finding with every text in it mapped.
	 * @param text maps text
	 * @param value maps the value of evidence
	 * @param setting maps a setting
	 * @return the mapped finding
	 */
	public Finding map(UnaryOperator<String> text, Evidence value, UnaryOperator<Setting> setting) {
		return new Finding(this.severity, this.id, text.apply(this.summary), this.details.map(text, value, setting));
	}

	/**
	 * Return this finding, as bad as what follows from it.
	 * @param least how bad it is at least
	 * @return a finding of this or a worse severity
	 */
	public Finding atLeast(Severity least) {
		return (this.severity.compareTo(least) < 0) ? new Finding(least, this.id, this.summary, this.details) : this;
	}

	private Finding with(Consumer<Change> change) {
		Change details = new Change(this.details);
		change.accept(details);
		return new Finding(this.severity, this.id, this.summary, details.made());
	}

	static Finding of(Severity severity, String summary, @Nullable Object... args) {
		return new Finding(severity, format(summary, args));
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
