package io.github.gmr.report;

import java.time.Duration;

import io.github.gmr.content.Content;
import org.jspecify.annotations.Nullable;

/**
 * What became of one section.
 *
 * @param name the name in URLs and keys, such as {@code "order-queue"}
 * @param title the title, such as {@code "Order Queue"}
 * @param status how the collection ended
 * @param duration how long it took
 * @param content what the section says, {@code null} for nothing
 */
public record SectionReport(String name, String title, SectionStatus status, Duration duration,
		@Nullable Content content) {

	/**
	 * The name under which the fields of a section that did not come back in time say why
	 * the rest is missing.
	 */
	public static final String REST = "cut";

	/**
	 * Return this section with less content.
	 * @param content the content that remains
	 * @return a new section report with status {@link SectionStatus#CUT}, unless this one
	 * has a status that says more
	 */
	public SectionReport cutTo(Content content) {
		SectionStatus status = (this.status == SectionStatus.OK) ? SectionStatus.CUT : this.status;
		return new SectionReport(this.name, this.title, status, this.duration, content);
	}

}
