package io.github.gmr.redact;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

import io.github.gmr.content.Content;
import io.github.gmr.redact.find.SecretFinders;
import io.github.gmr.redact.find.SecretSet;
import io.github.gmr.redact.name.NameRules;
import io.github.gmr.redact.text.SecretFinder;
import io.github.gmr.report.CheckReport;
import io.github.gmr.report.Coverage;
import io.github.gmr.report.Report;
import io.github.gmr.report.ReportFinding;
import io.github.gmr.report.ReportHead;
import io.github.gmr.report.ReportedProcess;
import io.github.gmr.report.SectionReport;
import io.github.gmr.section.scope.ReportScope;
import io.github.gmr.worker.Workers;

/**
 * Masks secrets in reports: by the names they stand under, by what they look like, and by
 * what is known to be a secret of this application, wherever that occurs. Safe for use by
 * many threads; to redact a report twice, by the rules of two applications, does no harm.
 */
public final class Redaction {

	private final NameRules names;

	private final List<SecretFinder> patterns;

	private final Sanitizers sanitizers;

	private final SecretSource source;

	private volatile SecretSet secrets = SecretSet.EMPTY;

	private volatile boolean refreshed;

	private Redaction(Builder builder) {
		this.names = new NameRules(builder.keys, builder.allow);
		this.patterns = List.of(new RecurringTexts(SecretFinders.all(this.names, builder.values)));
		this.sanitizers = new Sanitizers(builder.sanitizers, builder.workers);
		this.source = builder.secrets;
	}

	/**
	 * Return a redaction for the time before there is an application. It knows the
	 * secrets among system properties, environment variables and the JVM's arguments.
	 * @return the redaction, refreshed
	 */
	public static Redaction withDefaults() {
		Redaction redaction = builder().build();
		redaction.refresh(new ReportScope());
		return redaction;
	}

	/**
	 * Return a builder of a redaction by the rules of an application.
	 * @return the builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Learn the secrets from the {@link SecretSource} anew. May take as long as the
	 * source does, so call it on a thread that may be left behind. Until it is done, and
	 * if it fails, the secrets known before remain in force.
	 * @param scope what the parts of the report look at together
	 */
	public void refresh(ReportScope scope) {
		SecretGathering gathering = new SecretGathering(this.names, this.patterns, this.sanitizers);
		ProcessSecrets.visit(gathering);
		this.source.visit(scope, gathering);
		this.secrets = gathering.secrets();
		this.refreshed = true;
	}

	/**
	 * Return whether the secrets have been learnt once.
	 * @return whether a report could do with those
	 */
	public boolean knowsSecrets() {
		return this.refreshed;
	}

	/**
	 * Mask a report for an audience.
	 * @param report the report
	 * @param audience who reads it
	 * @return the redacted report
	 */
	public RedactedReport redact(Report report, Audience audience) {
		Masking masking = new Masking(this.names, this.patterns, this.secrets);
		ContentRedaction contents = new ContentRedaction(masking,
				new SettingsRedaction(masking, this.sanitizers, audience));
		return new RedactedReport(new Report(head(report.head(), masking), report.duration(),
				report.findings().stream().map((finding) -> finding(finding, masking, contents)).toList(),
				coverage(report.coverage(), masking),
				report.sections().stream().map((section) -> section(section, masking, contents)).toList(),
				report.whole()));
	}

	/**
	 * Mask a report that another redaction has masked before, for an audience.
	 * @param report the report
	 * @param audience who reads it
	 * @return the redacted report
	 */
	public RedactedReport redact(RedactedReport report, Audience audience) {
		return redact(report.report(), audience);
	}

	/**
	 * Mask a line that stands in no report.
	 * @param line the text
	 * @return the text to show, of one line
	 */
	public String mask(String line) {
		return new Masking(this.names, this.patterns, this.secrets).line(line);
	}

	List<SecretFinder> patterns() {
		return this.patterns;
	}

	private static ReportHead head(ReportHead head, Masking masking) {
		ReportedProcess process = head.process();
		return new ReportHead(head.sequence(), head.time(), head.triggers().stream().map(masking::line).toList(),
				head.merged(),
				new ReportedProcess(process.pid(), masking.line(process.host()), masking.line(process.application())));
	}

	private static ReportFinding finding(ReportFinding finding, Masking masking, ContentRedaction contents) {
		return new ReportFinding(contents.visitFinding(finding.finding()), masking.line(finding.section()),
				finding.consequences().stream().map((consequence) -> finding(consequence, masking, contents)).toList());
	}

	private static Coverage coverage(Coverage coverage, Masking masking) {
		return new Coverage(coverage.checks()
			.stream()
			.map((check) -> new CheckReport(check.id(), masking.line(check.section()), check.outcome(), check.level(),
					(check.reason() != null) ? masking.line(check.reason()) : null))
			.toList());
	}

	private static SectionReport section(SectionReport section, Masking masking, ContentRedaction contents) {
		Content content = section.content();
		return new SectionReport(masking.line(section.name()), masking.line(section.title()), section.status(),
				section.duration(), (content != null) ? content.accept(contents) : null);
	}

	/**
	 * Builds a {@link Redaction}.
	 */
	public static final class Builder {

		private List<String> keys = List.of();

		private List<Pattern> values = List.of();

		private List<String> allow = List.of();

		private List<ValueSanitizer> sanitizers = List.of();

		private Workers workers = new Workers(Runnable::run);

		private SecretSource secrets = (scope, visitor) -> {
		};

		private Builder() {
		}

		/**
		 * Mask values under more names.
		 * @param keys names; each masks every key that contains its words
		 * @return this builder
		 */
		public Builder keys(Collection<String> keys) {
			this.keys = List.copyOf(keys);
			return this;
		}

		/**
		 * Mask more values by what they look like.
		 * @param values patterns of what to mask; one with groups masks only its first
		 * group
		 * @return this builder
		 */
		public Builder values(Collection<Pattern> values) {
			this.values = List.copyOf(values);
			return this;
		}

		/**
		 * Never mask values under some names.
		 * @param allow names; each allows every key that ends with its words
		 * @return this builder
		 */
		public Builder allow(Collection<String> allow) {
			this.allow = List.copyOf(allow);
			return this;
		}

		/**
		 * Ask the application before the built-in rules.
		 * @param sanitizers the rules of the application, in their order
		 * @return this builder
		 */
		public Builder sanitizers(List<ValueSanitizer> sanitizers) {
			this.sanitizers = List.copyOf(sanitizers);
			return this;
		}

		/**
		 * Ask sanitizers on another thread, so that one that hangs costs only the value
		 * it was asked about. Unless set they are asked on the caller's.
		 * @param workers call the sanitizers
		 * @return this builder
		 */
		public Builder workers(Workers workers) {
			this.workers = workers;
			return this;
		}

		/**
		 * Learn secrets from more than system properties, environment variables and the
		 * JVM's arguments.
		 * @param secrets tells names and values
		 * @return this builder
		 */
		public Builder secrets(SecretSource secrets) {
			this.secrets = secrets;
			return this;
		}

		/**
		 * Build the redaction. It knows no secrets until it is refreshed.
		 * @return the redaction
		 */
		public Redaction build() {
			return new Redaction(this);
		}

	}

}
