package io.github.gmr.section.virtual;

import io.github.gmr.section.dump.DumpedThread;
import io.github.gmr.section.dump.ThreadDumpReader;
import io.github.gmr.section.lock.LockGraph;

/**
 * What has been read of a dump about virtual threads.
 */
final class VirtualReading implements ThreadDumpReader.Visitor {

	private final VirtualCounts counts = new VirtualCounts();

	private final LockGraph graph = new LockGraph();

	private final VirtualThreads threads;

	private boolean cut;

	VirtualReading(GreenThreadsOptions options) {
		this.threads = new VirtualThreads(options);
	}

	@Override
	public void container(String name) {
		this.counts.container(name);
		this.threads.container(name);
	}

	@Override
	public void thread(DumpedThread thread) {
		this.counts.thread(thread);
		this.graph.thread(thread);
		this.threads.thread(thread);
	}

	@Override
	public void containerEnd(long threads) {
		this.counts.containerEnd(threads);
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

	VirtualCounts counts() {
		return this.counts;
	}

	LockGraph graph() {
		return this.graph;
	}

	VirtualThreads threads() {
		return this.threads;
	}

}
