package io.github.gmr.report;

import io.github.gmr.content.Finding;

/**
 * A finding and the section that raised it.
 *
 * @param finding the finding
 * @param section the title of the section
 */
public record ReportFinding(Finding finding, String section) {

}
