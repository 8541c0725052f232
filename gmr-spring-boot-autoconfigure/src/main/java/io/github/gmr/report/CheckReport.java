package io.github.gmr.report;

import io.github.gmr.content.Check;
import io.github.gmr.content.Check.Level;
import io.github.gmr.content.Check.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What became of one check in all that a section has looked at.
 *
 * @param id the kind of the findings that it raises
 * @param section the title of the section that made it
 * @param outcome how it ended
 * @param level how far what is nearest to it is from being raised, or {@code null}
 * @param reason why it was not possible, or {@code null}
 */
public record CheckReport(String id, String section, Outcome outcome, @Nullable Level level, @Nullable String reason) {

	static CheckReport of(Check.Result result, String section) {
		return new CheckReport(result.id(), section, result.outcome(), result.level(), result.reason());
	}

	/**
	 * Return what became of this check and of the same one for something else: what was
	 * raised counts most, then what could not be looked at.
	 */
	CheckReport and(CheckReport other) {
		int order = this.outcome.compareTo(other.outcome);
		if (order != 0) {
			return (order > 0) ? this : other;
		}
		return (other.level != null && (this.level == null || other.level.nearness() > this.level.nearness())) ? other
				: this;
	}

}
