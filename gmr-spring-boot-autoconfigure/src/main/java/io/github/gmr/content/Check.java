package io.github.gmr.content;

import java.util.Collection;
import java.util.List;

import io.github.gmr.content.text.Share;
import io.github.gmr.content.text.WellFormed;
import org.jspecify.annotations.Nullable;

/**
 * Something that is looked for. For built-in sections: whatever they have looked for they
 * say, be it found or not, so that a report without a finding is known to mean that all
 * is well.
 *
 * @param id the kind of the findings it raises, such as {@code "pool-exhausted"}
 */
public record Check(String id) {

	/**
	 * Return that nothing was found.
	 * @return the result
	 */
	public Result fine() {
		return ofAll(List.of(), null);
	}

	/**
	 * Return what was found, if anything.
	 * @param finding the finding, or {@code null}
	 * @return the result
	 */
	public Result of(@Nullable Finding finding) {
		return of(finding, null);
	}

	/**
	 * Return what was found, if anything.
	 * @param finding the finding, or {@code null}
	 * @param level how far it is from being raised, or {@code null}
	 * @return the result
	 */
	public Result of(@Nullable Finding finding, @Nullable Level level) {
		return ofAll((finding != null) ? List.of(finding) : List.of(), level);
	}

	/**
	 * Return what was found.
	 * @param findings the findings, empty if nothing was found
	 * @return the result
	 */
	public Result of(Collection<Finding> findings) {
		return ofAll(findings, null);
	}

	/**
	 * Return that it cannot be looked for.
	 * @param reason why not, such as {@code "JDK 17 does not tell"}
	 * @return the result
	 */
	public Result notPossible(String reason) {
		return new Result(this.id, Outcome.NOT_POSSIBLE, List.of(), null, reason);
	}

	/**
	 * Return what was found.
	 * @param findings the findings, empty if nothing was found
	 * @param level how far it is from being raised, or {@code null}
	 * @return the result
	 */
	public Result ofAll(Collection<Finding> findings, @Nullable Level level) {
		return new Result(this.id, findings.isEmpty() ? Outcome.FINE : Outcome.RAISED,
				findings.stream().map((finding) -> finding.id(this.id)).toList(), level, null);
	}

	/**
	 * How a check ended.
	 */
	public enum Outcome {

		/**
		 * Nothing was found.
		 */
		FINE,

		/**
		 * It could not be made, or not to its end. Nobody knows whether all is well.
		 */
		NOT_POSSIBLE,

		/**
		 * Something was found.
		 */
		RAISED

	}

	/**
	 * What a check has found.
	 *
	 * @param id the check
	 * @param outcome how it ended
	 * @param findings what was found
	 * @param level how far it is from being raised, or {@code null} if that cannot be
	 * measured
	 * @param reason why it was not possible, or {@code null} if it was
	 */
	public record Result(String id, Outcome outcome, List<Finding> findings, @Nullable Level level,
			@Nullable String reason) {

		public Result {
			findings = List.copyOf(findings);
			reason = (reason != null) ? WellFormed.name(reason) : null;
		}

		/**
		 * Return this result for a place where its findings stand themselves.
		 */
		Result withoutFindings() {
			return new Result(this.id, this.outcome, List.of(), this.level, this.reason);
		}

	}

	/**
	 * A figure and the limit from which on it is a finding.
	 *
	 * @param value the figure
	 * @param limit the limit
	 * @param unit the unit of both, such as {@code "%"}
	 * @param falling whether the finding is raised below the limit, not above it
	 */
	public record Level(double value, double limit, String unit, boolean falling) {

		public Level {
			value = Double.isFinite(value) ? value : 0;
			limit = Double.isFinite(limit) ? limit : 0;
			unit = WellFormed.name(unit);
		}

		/**
		 * Create a level that is a finding where it is high.
		 * @param value the figure
		 * @param limit the limit
		 * @param unit the unit of both
		 * @return the level
		 */
		public static Level of(double value, double limit, String unit) {
			return new Level(value, limit, unit, false);
		}

		/**
		 * Create a level that is a finding where it is low.
		 * @param value the figure
		 * @param limit the limit
		 * @param unit the unit of both
		 * @return the level
		 */
		public static Level down(double value, double limit, String unit) {
			return new Level(value, limit, unit, true);
		}

		/**
		 * Create the level of a share.
		 * @param share the share
		 * @param limit the percentage from which on it is a finding
		 * @return the level
		 */
		public static Level of(Share share, int limit) {
			return of(share.percent(), limit, "%");
		}

		/**
		 * Return how near the figure is to its limit.
		 * @return less than 1 on the good side of it, the greater the nearer
		 */
		public double nearness() {
			double nearness = this.falling ? this.limit / this.value : this.value / this.limit;
			return Double.isNaN(nearness) ? 1 : nearness;
		}

	}

}
