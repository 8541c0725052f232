package io.github.gmr.section.jvm;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.gmr.content.StackGroup;
import org.jspecify.annotations.Nullable;

/**
 * Counts and groups the virtual threads of a dump while it is read, in bounded memory.
 */
final class VirtualThreads implements ThreadDumpReader.Visitor {

	static final String UNKNOWN = "unknown";

	private final GreenThreadsOptions options;

	private final Map<Object, VirtualGroup> groups = new HashMap<>();

	private final Map<String, Long> states = new TreeMap<>();

	private final Map<String, Long> containers = new LinkedHashMap<>();

	private final Utf8Text key = new Utf8Text();

	private @Nullable String container;

	private long count;

	private long mounted;

	private long told;

	private long untold;

	private boolean cut;

	VirtualThreads(GreenThreadsOptions options) {
		this.options = options;
	}

	@Override
	public void container(String name) {
		this.container = name.equals("<root>") ? null : name;
		this.told = 0;
	}

	@Override
	public void thread(DumpedThread thread) {
		this.told++;
		if (thread.virtual()) {
			count(thread);
			group(thread);
		}
	}

	@Override
	public void containerEnd(long threads) {
		this.untold += Math.max(0, threads - this.told);
	}

	private void count(DumpedThread thread) {
		this.count++;
		this.mounted += (thread.carrier() != null) ? 1 : 0;
		this.states.merge((thread.state() != null) ? thread.state() : UNKNOWN, 1L, Long::sum);
		if (this.container != null) {
			this.containers.merge(this.container, 1L, Long::sum);
		}
	}

	private void group(DumpedThread thread) {
		VirtualGroup.writeKey(thread, this.options.grouped(), this.key);
		VirtualGroup group = this.groups.get(this.key);
		if (group == null) {
			group = new VirtualGroup(thread, this.options.maxDepth());
			this.groups.put(this.key.copy(), group);
		}
		group.add(thread, this.container);
	}

	/**
	 * Note that the dump is not complete.
	 */
	void cut() {
		this.cut = true;
	}

	boolean isCut() {
		return this.cut;
	}

	long count() {
		return this.count;
	}

	long mounted() {
		return this.mounted;
	}

	/**
	 * Return how many threads the JVM counts but does not tell.
	 * @return the number of threads
	 */
	long untold() {
		return this.untold;
	}

	Map<String, Long> states() {
		return this.states;
	}

	Map<String, Long> containers() {
		return this.containers;
	}

	int distinctGroups() {
		return this.groups.size();
	}

	/**
	 * Return the groups that are told, the largest first.
	 * @return the groups
	 */
	List<StackGroup> groups() {
		return this.groups.values()
			.stream()
			.sorted(Comparator.comparingLong(VirtualGroup::size).reversed().thenComparingLong(VirtualGroup::firstId))
			.limit(this.options.maxGroups())
			.map(VirtualGroup::toStackGroup)
			.toList();
	}

	/**
	 * Return how many threads there are in the groups that are not told.
	 * @return the number of threads
	 */
	long omitted() {
		return this.count - groups().stream().mapToLong(StackGroup::size).sum();
	}

}
