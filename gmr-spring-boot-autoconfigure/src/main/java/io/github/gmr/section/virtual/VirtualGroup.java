package io.github.gmr.section.virtual;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.content.thread.ThreadEntry;
import io.github.gmr.content.thread.ThreadLock;
import io.github.gmr.content.thread.VirtualThreadFacts;
import io.github.gmr.section.dump.DumpedThread;
import io.github.gmr.section.dump.Utf8Text;
import io.github.gmr.section.hotspot.HotSpotFrame;
import io.github.gmr.section.hotspot.HotSpotState;
import io.github.gmr.section.lock.LockGraph;
import org.jspecify.annotations.Nullable;

/**
 * Virtual threads of the same state and the same stack. Only the first
 * {@value #MAX_THREADS} are kept, the others are counted.
 */
final class VirtualGroup {

	static final int MAX_THREADS = 100;

	private final List<ThreadEntry> threads = new ArrayList<>(1);

	private final @Nullable String state;

	private final String stack;

	private final boolean deeper;

	private long size;

	VirtualGroup(DumpedThread first, int maxDepth) {
		this.state = first.state();
		this.stack = first.stack().toString();
		this.deeper = first.depth() > maxDepth;
	}

	/**
	 * Write what must be the same about the threads of a group.
	 */
	static void writeKey(DumpedThread thread, boolean grouped, Utf8Text key) {
		key.clear();
		if (!grouped) {
			key.append(Long.toString(thread.id()));
		}
		key.append(thread.stack());
		if (thread.state() != null) {
			key.append(thread.state());
		}
		for (ThreadLock lock : thread.locks()) {
			key.append(lock.relation().ordinal());
			key.append(lock.depth());
			key.append(lock.className());
			if (LockGraph.isWanted(lock)) {
				key.append(Integer.toString(lock.identity()));
			}
		}
	}

	/**
	 * Add a thread.
	 * @return whether it is kept, not only counted
	 */
	boolean add(DumpedThread thread, @Nullable String container) {
		this.size++;
		return this.threads.size() < MAX_THREADS && this.threads.add(new ThreadEntry(thread.id(), thread.name(),
				new VirtualThreadFacts(thread.carrier(), container), List.copyOf(thread.locks())));
	}

	int kept() {
		return this.threads.size();
	}

	long size() {
		return this.size;
	}

	long firstId() {
		return this.threads.get(0).id();
	}

	/**
	 * Return the group as content.
	 * @param graph knows the holders of what the threads wait for
	 * @return the content
	 */
	StackGroup toStackGroup(LockGraph graph) {
		List<String> frames = this.stack.lines().map(HotSpotFrame::of).toList();
		List<ThreadEntry> entries = this.threads.stream()
			.sorted(Comparator.comparingLong(ThreadEntry::id))
			.map(graph::withHolders)
			.toList();
		String label = (this.state != null) ? HotSpotState.of(this.state, frames) : null;
		return new StackGroup(label, this.size, entries, frames, this.deeper);
	}

}
