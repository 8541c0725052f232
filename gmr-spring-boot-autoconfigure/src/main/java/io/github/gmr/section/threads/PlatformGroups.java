package io.github.gmr.section.threads;

import java.lang.management.ThreadInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.gmr.content.thread.PlatformThreadFacts;
import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.content.thread.ThreadEntry;
import io.github.gmr.content.thread.ThreadLock;
import io.github.gmr.section.hotspot.HotSpotFrame;
import io.github.gmr.section.hotspot.HotSpotState;
import io.github.gmr.section.lock.LockShape;
import io.github.gmr.section.lock.PlatformLocks;

/**
 * Groups platform threads of the same state and the same stack.
 */
final class PlatformGroups {

	private final ThreadsOptions options;

	private final PlatformSnapshot snapshot;

	private final Map<Object, Group> groups = new LinkedHashMap<>();

	private final Map<StackTraceElement, String> frames = new HashMap<>();

	PlatformGroups(ThreadsOptions options, PlatformSnapshot snapshot) {
		this.options = options;
		this.snapshot = snapshot;
	}

	void add(ThreadInfo thread) {
		Stack stack = Stack.of(thread);
		List<ThreadLock> locks = PlatformLocks.of(thread);
		Object key = this.options.grouped() ? new Key(stack, LockShape.of(locks)) : thread.getThreadId();
		this.groups.computeIfAbsent(key, (any) -> new Group(stack, new ArrayList<>(1)))
			.threads()
			.add(new ThreadEntry(thread.getThreadId(), thread.getThreadName(), facts(thread), locks));
	}

	List<StackGroup> toList() {
		return this.groups.values().stream().map(this::toStackGroup).toList();
	}

	private StackGroup toStackGroup(Group group) {
		Stack stack = group.stack();
		List<String> shown = stack.frames()
			.stream()
			.limit(this.options.maxDepth())
			.map((frame) -> this.frames.computeIfAbsent(frame, HotSpotFrame::of))
			.toList();
		return new StackGroup(stack.state(), group.threads().size(), group.threads(), shown,
				shown.size() < stack.frames().size());
	}

	private PlatformThreadFacts facts(ThreadInfo thread) {
		return new PlatformThreadFacts(thread.isDaemon(), thread.getPriority(), thread.isInNative(),
				thread.isSuspended(), this.snapshot.usage(thread), this.snapshot.rates(thread));
	}

	private record Key(Stack stack, List<LockShape> locks) {

	}

	private record Group(Stack stack, List<ThreadEntry> threads) {

	}

	private record Stack(String state, List<StackTraceElement> frames) {

		static Stack of(ThreadInfo thread) {
			StackTraceElement[] frames = thread.getStackTrace();
			String state = thread.getThreadState().name();
			return new Stack((frames.length > 0)
					? HotSpotState.of(state, frames[0].getClassName(), frames[0].getMethodName()) : state,
					Arrays.asList(frames));
		}

	}

}
