package io.github.gmr.report;

/**
 * The process that a report is about.
 *
 * @param pid its process id
 * @param host the name of its host, never asked of the network
 * @param application the name of the application
 */
public record ReportedProcess(long pid, String host, String application) {

}
