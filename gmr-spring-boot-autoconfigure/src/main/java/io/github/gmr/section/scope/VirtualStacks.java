package io.github.gmr.section.scope;

import java.util.List;

import io.github.gmr.content.thread.StackGroup;

/**
 * Knows where the virtual threads of this JVM stand, so that pools can be joined to the
 * very stacks that the report shows. For built-in sections. Implementations are
 * thread-safe.
 */
@FunctionalInterface
public interface VirtualStacks {

	/**
	 * Knows no virtual threads.
	 */
	VirtualStacks NONE = (scope) -> List.of();

	/**
	 * Return the largest groups of virtual threads. Takes a dump if the report has not
	 * taken one yet.
	 * @param scope the scope of the report
	 * @return the groups, empty if they are not known
	 */
	List<StackGroup> of(ReportScope scope);

}
