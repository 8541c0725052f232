package io.github.gmr.section.activity;

import io.github.gmr.section.scope.ReportScope;

/**
 * Knows what the threads of this JVM do, as each report sees them. Implementations are
 * thread-safe.
 */
@FunctionalInterface
public interface ActivitySnapshots {

	/**
	 * Return what the threads do.
	 * @param scope the scope of the report
	 * @return the activities that all sections of the report share
	 * @throws InterruptedException if the thread is interrupted
	 */
	ThreadActivities activities(ReportScope scope) throws InterruptedException;

}
