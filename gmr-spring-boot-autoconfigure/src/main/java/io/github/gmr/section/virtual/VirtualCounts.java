package io.github.gmr.section.virtual;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import io.github.gmr.content.thread.ThreadLock;
import io.github.gmr.section.activity.SignificantFrame;
import io.github.gmr.section.dump.DumpedThread;
import io.github.gmr.section.dump.ThreadDumpReader;
import io.github.gmr.section.hotspot.HotSpotFrame;
import io.github.gmr.section.lock.ContendedLocks;
import io.github.gmr.section.lock.LockGraph;

/**
 * Counts the virtual threads of a dump while it is read.
 */
final class VirtualCounts implements ThreadDumpReader.Visitor {

	/**
	 * The container of threads that were started plainly.
	 */
	static final String ROOT = "<root>";

	static final String UNKNOWN = "unknown";

	private static final int MAX_CONTAINERS = 10_000;

	private static final int SHOWN_CONTAINERS = 20;

	private final Map<String, Long> states = new TreeMap<>();

	private final Map<String, Long> containers = new HashMap<>();

	private final ContendedLocks wanted = new ContendedLocks();

	private String container = ROOT;

	private long count;

	private long mounted;

	private long pinned;

	private String pinnedAt = "";

	private long listed;

	private long unlisted;

	@Override
	public void container(String name) {
		this.container = name;
		this.listed = 0;
	}

	@Override
	public void thread(DumpedThread thread) {
		this.listed++;
		if (!thread.virtual()) {
			return;
		}
		this.count++;
		this.mounted += (thread.carrier() != null) ? 1 : 0;
		if (thread.isPinned()) {
			this.pinned++;
			this.pinnedAt = SignificantFrame.of(thread.stack().toString().lines().map(HotSpotFrame::of).toList());
		}
		this.states.merge((thread.state() != null) ? thread.state() : UNKNOWN, 1L, Long::sum);
		if (this.containers.size() < MAX_CONTAINERS || this.containers.containsKey(this.container)) {
			this.containers.merge(this.container, 1L, Long::sum);
		}
		thread.locks().stream().filter(LockGraph::isWanted).map(ThreadLock::id).forEach(this.wanted::add);
	}

	@Override
	public void containerEnd(long threads) {
		this.unlisted += Math.max(0, threads - this.listed);
	}

	long count() {
		return this.count;
	}

	long mounted() {
		return this.mounted;
	}

	/**
	 * Return how many threads keep their carriers although they wait.
	 * @return the number of threads
	 */
	long pinned() {
		return this.pinned;
	}

	/**
	 * Return where one of the threads is that keep their carriers.
	 * @return the frame that says most, empty if there is no such thread
	 */
	String pinnedAt() {
		return this.pinnedAt;
	}

	/**
	 * Return how many threads the JVM counts but does not list.
	 * @return the number of threads
	 */
	long unlisted() {
		return this.unlisted;
	}

	Map<String, Long> states() {
		return this.states;
	}

	boolean isStateKnown() {
		return !this.states.containsKey(UNKNOWN);
	}

	ContendedLocks wanted() {
		return this.wanted;
	}

	/**
	 * Return how many threads the largest containers have.
	 * @return the numbers of threads by container, the largest first
	 */
	Map<String, Long> largestContainers() {
		Map<String, Long> largest = new LinkedHashMap<>();
		this.containers.entrySet()
			.stream()
			.sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
				.thenComparing(Map.Entry.comparingByKey()))
			.limit(SHOWN_CONTAINERS)
			.forEach((entry) -> largest.put(entry.getKey(), entry.getValue()));
		return largest;
	}

	int containers() {
		return this.containers.size();
	}

}
