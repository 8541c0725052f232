package io.github.gmr.section.virtual;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.section.dump.DumpedThread;
import io.github.gmr.section.dump.ThreadDumpReader;
import io.github.gmr.section.dump.Utf8Text;
import io.github.gmr.section.lock.LockGraph;
import org.jspecify.annotations.Nullable;

/**
 * Groups the virtual threads of a dump while it is read, in bounded memory: when too many
 * different stacks have been seen, those of the fewest threads are dropped, and how many
 * threads they had is all that stays of them.
 */
final class VirtualThreads implements ThreadDumpReader.Visitor {

	private static final long MAX_BYTES = 24L * 1024 * 1024;

	private static final int ENTRY_BYTES = 250;

	private final GreenThreadsOptions options;

	private final long maxBytes;

	private final Map<Utf8Text, VirtualGroup> groups = new HashMap<>();

	private final Utf8Text key = new Utf8Text();

	private @Nullable String container;

	private long bytes;

	private boolean dropped;

	VirtualThreads(GreenThreadsOptions options) {
		this(options, MAX_BYTES);
	}

	VirtualThreads(GreenThreadsOptions options, long maxBytes) {
		this.options = options;
		this.maxBytes = maxBytes;
	}

	@Override
	public void container(String name) {
		this.container = VirtualCounts.ROOT.equals(name) ? null : name;
	}

	@Override
	public void thread(DumpedThread thread) {
		if (!thread.virtual()) {
			return;
		}
		VirtualGroup.writeKey(thread, this.options.grouped(), this.key);
		VirtualGroup group = this.groups.get(this.key);
		if (group == null) {
			group = new VirtualGroup(thread, this.options.maxDepth());
			this.groups.put(this.key.copy(), group);
			this.bytes += 3L * this.key.length() + ENTRY_BYTES;
		}
		if (group.add(thread, this.container)) {
			this.bytes += ENTRY_BYTES;
		}
		if (this.bytes > this.maxBytes) {
			drop();
		}
	}

	/**
	 * Drop the smaller half of the groups.
	 */
	private void drop() {
		List<Map.Entry<Utf8Text, VirtualGroup>> smallest = new ArrayList<>(this.groups.entrySet());
		smallest.sort(Map.Entry.comparingByValue(Comparator.comparingLong(VirtualGroup::size)));
		for (Map.Entry<Utf8Text, VirtualGroup> entry : smallest.subList(0, (smallest.size() + 1) / 2)) {
			this.groups.remove(entry.getKey());
			this.bytes -= 3L * entry.getKey().length() + (1L + entry.getValue().kept()) * ENTRY_BYTES;
		}
		this.dropped = true;
	}

	/**
	 * Return how many groups there are, shown or not, as far as they fit into memory.
	 * @return the number of groups
	 */
	int size() {
		return this.groups.size();
	}

	/**
	 * Return whether there were too many groups for the memory: sizes are lower bounds
	 * then.
	 * @return whether there were
	 */
	boolean isDropped() {
		return this.dropped;
	}

	/**
	 * Return the groups that are shown, the largest first.
	 * @param graph knows the holders of what the threads wait for
	 * @return the groups
	 */
	List<StackGroup> largest(LockGraph graph) {
		return this.groups.values()
			.stream()
			.sorted(Comparator.comparingLong(VirtualGroup::size).reversed().thenComparingLong(VirtualGroup::firstId))
			.limit(this.options.maxGroups())
			.map((group) -> group.toStackGroup(graph))
			.toList();
	}

}
