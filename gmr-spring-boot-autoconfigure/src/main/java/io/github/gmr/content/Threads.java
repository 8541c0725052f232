package io.github.gmr.content;

import java.util.List;

/**
 * Threads of one kind at one instant, equal stacks grouped.
 *
 * @param vm the name and version of the VM, for HotSpot's line
 * {@code Full thread dump <vm>:}
 * @param summary what can be said about all of them
 * @param groups the groups, in the order in which they are printed
 */
public record Threads(String vm, Fields summary, List<StackGroup> groups) implements Content {

	public Threads {
		groups = List.copyOf(groups);
	}

}
