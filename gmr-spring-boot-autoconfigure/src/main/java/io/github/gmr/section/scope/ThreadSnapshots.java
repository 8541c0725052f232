package io.github.gmr.section.scope;

/**
 * Has the threads of this JVM dumped once for each report, so that requests and pools can
 * be joined to the very stacks that the report shows. For built-in sections.
 * Implementations are thread-safe.
 */
@FunctionalInterface
public interface ThreadSnapshots {

	/**
	 * Return the threads as a report sees them.
	 * @param scope the scope of the report
	 * @return the snapshot that all sections of the report share
	 * @throws InterruptedException if the thread is interrupted
	 */
	ThreadSnapshot of(ReportScope scope) throws InterruptedException;

}
