package io.github.gmr.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.gmr.content.thread.StackGroup;

/**
 * The different stacks of groups of threads. Groups of different state or locks may share
 * a stack.
 */
public final class SharedStacks {

	private final Map<List<String>, Integer> indexes = new LinkedHashMap<>();

	private final List<Integer> ofGroups = new ArrayList<>();

	public SharedStacks(List<StackGroup> groups) {
		for (StackGroup group : groups) {
			Integer next = this.indexes.size();
			Integer index = this.indexes.putIfAbsent(group.frames(), next);
			this.ofGroups.add((index != null) ? index : next);
		}
	}

	/**
	 * Return the stacks.
	 * @return the stacks in the order of their indexes, topmost frames first
	 */
	public Iterable<List<String>> stacks() {
		return this.indexes.keySet();
	}

	/**
	 * Return the index of the stack of a group.
	 * @param group the index of the group
	 * @return the index of its stack
	 */
	public int ofGroup(int group) {
		return this.ofGroups.get(group);
	}

}
