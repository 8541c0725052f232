package io.github.gmr.section.jvm;

import java.util.ArrayList;
import java.util.List;

import io.github.gmr.content.StackGroup;
import io.github.gmr.content.ThreadEntry;
import io.github.gmr.content.ThreadLock;
import io.github.gmr.content.ThreadLock.Relation;
import io.github.gmr.content.VirtualThreadFacts;
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
			if (isHeld(lock)) {
				key.append(Integer.toString(lock.identity()));
			}
		}
	}

	/**
	 * Return whether another thread holds what a thread waits for, as far as the dump
	 * tells.
	 */
	private static boolean isHeld(ThreadLock lock) {
		return lock.relation() == Relation.WAITING_TO_LOCK || (lock.relation() == Relation.PARKING_TO_WAIT_FOR
				&& (lock.owner() != null || lock.className().endsWith("Sync")));
	}

	void add(DumpedThread thread, @Nullable String container) {
		this.size++;
		if (this.threads.size() < MAX_THREADS) {
			this.threads.add(new ThreadEntry(thread.id(), thread.name(),
					new VirtualThreadFacts(thread.carrier(), container), List.copyOf(thread.locks())));
		}
	}

	long size() {
		return this.size;
	}

	long firstId() {
		return this.threads.get(0).id();
	}

	StackGroup toStackGroup() {
		List<String> frames = this.stack.lines().map(HotSpotFrame::of).toList();
		String label = (this.state != null) ? HotSpotState.of(this.state, frames) : null;
		return new StackGroup(label, this.size, this.threads, frames, this.deeper);
	}

}
