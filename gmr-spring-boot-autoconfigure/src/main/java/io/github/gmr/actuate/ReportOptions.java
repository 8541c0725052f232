package io.github.gmr.actuate;

import org.jspecify.annotations.Nullable;

/**
 * How a client wants a report to be answered, not checked yet.
 *
 * @param format the name of a format
 * @param failOn the severity of findings that make the answer a failure, or {@code null}
 */
record ReportOptions(String format, @Nullable String failOn) {
}
