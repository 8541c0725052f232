package io.github.gmr.view;

import io.github.gmr.report.Coverage;
import org.jspecify.annotations.Nullable;

/**
 * Knows the pages about kinds of findings, for those who have them on a server.
 *
 * @param url the address of the directory that holds them, or {@code null} if there is
 * none
 */
public record FindingPages(@Nullable String url) {

	/**
	 * There are no pages.
	 */
	public static final FindingPages NONE = new FindingPages(null);

	public FindingPages {
		url = (url != null && url.endsWith("/")) ? url.substring(0, url.length() - 1) : url;
	}

	/**
	 * Return the page about a kind of finding.
	 * @param id the kind
	 * @param coverage the checks that there are: what applications find has no page
	 * @return the address, or {@code null} if there is none
	 */
	public @Nullable String of(@Nullable String id, Coverage coverage) {
		boolean known = coverage.checks().stream().anyMatch((check) -> check.id().equals(id));
		return (this.url != null && known) ? this.url + "/" + id + ".md" : null;
	}

}
