package io.github.gmr.section.virtual;

import java.io.IOException;
import java.util.Collection;

import io.github.gmr.section.dump.DumpDeadline;
import io.github.gmr.section.dump.DumpEndangeredException;
import io.github.gmr.section.dump.DumpFormat;
import io.github.gmr.section.dump.DumpedThread;
import io.github.gmr.section.dump.KnownThreads;
import io.github.gmr.section.dump.ThreadDumpReader;
import io.github.gmr.section.dump.ThreadDumps;
import io.github.gmr.section.lock.LockGraph;
import io.github.gmr.section.scope.RunningThreads;
import org.jspecify.annotations.Nullable;

/**
 * What has been read about virtual threads.
 */
final class VirtualReading implements ThreadDumpReader.Visitor {

	private final VirtualCounts counts = new VirtualCounts();

	private final LockGraph graph = new LockGraph();

	private final VirtualThreads threads;

	private final DumpFormat format;

	private @Nullable String refusal;

	private @Nullable String danger;

	private boolean cut;

	private VirtualReading(GreenThreadsOptions options, DumpFormat format) {
		this.threads = new VirtualThreads(options);
		this.format = format;
	}

	/**
	 * Read a dump. If the JVM cannot write it in the format that has most, the one that
	 * it can always write is read, or as much as there was of the first where there is no
	 * time for that. If it may crash while it writes one, the threads that are known
	 * without it are read.
	 * @param dumps make and read dumps
	 * @param running knows threads in any case
	 * @param options which threads to keep
	 * @param deadline until when that may take
	 * @return what has been read
	 * @throws IOException if the JVM can write neither
	 */
	static VirtualReading of(ThreadDumps dumps, RunningThreads running, GreenThreadsOptions options,
			DumpDeadline deadline) throws IOException {
		try {
			return of(dumps, options, deadline);
		}
		catch (DumpEndangeredException ex) {
			VirtualReading known = of(running.threads(), options, deadline);
			known.danger = ex.getMessage();
			return known;
		}
	}

	/**
	 * Read virtual threads one by one.
	 * @param some the threads that are known in any case
	 * @param options which threads to keep
	 * @param deadline until when that may take
	 * @return what has been read
	 * @throws IOException if the JVM does not name its threads
	 */
	static VirtualReading of(Collection<Thread> some, GreenThreadsOptions options, DumpDeadline deadline)
			throws IOException {
		VirtualReading reading = new VirtualReading(options, DumpFormat.PLAIN);
		reading.cut = !new KnownThreads(options.maxDepth(), deadline, reading).read(some);
		return reading;
	}

	private static VirtualReading of(ThreadDumps dumps, GreenThreadsOptions options, DumpDeadline deadline)
			throws IOException {
		VirtualReading first = new VirtualReading(options, DumpFormat.JSON);
		try {
			first.read(dumps, deadline);
			return first;
		}
		catch (DumpEndangeredException ex) {
			throw ex;
		}
		catch (IOException ex) {
			return insteadOf(first, ex, dumps, options, deadline);
		}
	}

	private static VirtualReading insteadOf(VirtualReading first, IOException cause, ThreadDumps dumps,
			GreenThreadsOptions options, DumpDeadline deadline) throws IOException {
		VirtualReading second = new VirtualReading(options, DumpFormat.PLAIN);
		try {
			second.read(dumps, deadline);
		}
		catch (DumpEndangeredException ex) {
			throw ex;
		}
		catch (IOException ex) {
			cause.addSuppressed(ex);
			throw cause;
		}
		VirtualReading more = (first.counts.count() > second.counts.count()) ? first : second;
		more.cut |= more == first;
		more.refusal = cause.getMessage();
		return more;
	}

	private void read(ThreadDumps dumps, DumpDeadline deadline) throws IOException {
		this.cut = !dumps.read(this.format, deadline, this);
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
	 * Return the format of the dump that was read.
	 * @return the format
	 */
	DumpFormat format() {
		return this.format;
	}

	/**
	 * Return why the JVM could not write the format that has most.
	 * @return its answer, {@code null} if it could
	 */
	@Nullable String refusal() {
		return this.refusal;
	}

	/**
	 * Return why the JVM was not asked for a dump.
	 * @return why a dump could crash it, {@code null} if there was one
	 */
	@Nullable String danger() {
		return this.danger;
	}

	/**
	 * Return whether carriers and containers are known, which one format only has.
	 * @return whether they are
	 */
	boolean isDetailed() {
		return this.format == DumpFormat.JSON;
	}

	/**
	 * Return whether there was no time for the whole dump.
	 * @return whether it was cut
	 */
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
