package io.github.gmr.section.dump;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import io.github.gmr.content.thread.ThreadLock.Relation;
import io.github.gmr.section.dump.ThreadDumpReader.Visitor;

/**
 * Reads virtual threads one by one instead of a dump of all, where a dump is not to be
 * had. {@link Thread#getStackTrace()} is safe at any time. It tells no owners of locks.
 */
public final class KnownThreads {

	/**
	 * What makes all threads known.
	 */
	public static final String OPTION = "--add-exports=java.base/jdk.internal.vm=ALL-UNNAMED";

	private static final String VIRTUAL = "java.lang.VirtualThread";

	private final int maxDepth;

	private final DumpDeadline deadline;

	private final Visitor visitor;

	private final DumpedThread dumped = new DumpedThread();

	private final Utf8Text word = new Utf8Text();

	/**
	 * Create a reader.
	 * @param maxDepth how many frames of a stack to keep
	 * @param deadline until when reading may take
	 * @param visitor takes what is read
	 */
	public KnownThreads(int maxDepth, DumpDeadline deadline, Visitor visitor) {
		this.maxDepth = maxDepth;
		this.deadline = deadline;
		this.visitor = visitor;
	}

	/**
	 * Return whether the JDK lets this library know all threads.
	 * @return whether it does, see {@link #OPTION}
	 */
	public static boolean areAll() {
		return ThreadContainers.areExported();
	}

	/**
	 * Read all virtual threads of this JVM, if it lets this library know them, or else
	 * some.
	 * @param some the threads that are known in any case; platform threads are left out
	 * @return whether there was time for all
	 * @throws IOException if the JVM does not name its threads
	 */
	public boolean read(Collection<Thread> some) throws IOException {
		return areAll() ? readAll() : read(some.stream());
	}

	private boolean readAll() throws IOException {
		Deque<ThreadContainers> containers = new ArrayDeque<>();
		containers.add(ThreadContainers.root());
		boolean whole = true;
		while (whole && !containers.isEmpty()) {
			ThreadContainers container = containers.remove();
			this.visitor.container(container.name());
			whole = read(container.threads());
			containers.addAll(container.children());
		}
		return whole;
	}

	private boolean read(Stream<Thread> threads) {
		Iterator<Thread> iterator = threads.iterator();
		while (iterator.hasNext()) {
			Thread thread = iterator.next();
			if (thread.getClass().getName().equals(VIRTUAL)) {
				if (this.deadline.remainingNanos() <= 0) {
					return false;
				}
				read(thread);
			}
		}
		return true;
	}

	@SuppressWarnings("deprecation")
	private void read(Thread thread) {
		this.dumped.begin(thread.getId(), thread.getName(), true, thread.getState().name());
		Object blocker = LockSupport.getBlocker(thread);
		for (StackTraceElement frame : thread.getStackTrace()) {
			write(frame.toString());
			this.dumped.addFrame(this.word, this.maxDepth);
		}
		if (blocker != null) {
			write(blocker.getClass().getName() + "@" + Integer.toHexString(System.identityHashCode(blocker)));
			this.dumped.addLock(Relation.PARKING_TO_WAIT_FOR, 0, this.word, null);
		}
		this.visitor.thread(this.dumped);
	}

	private void write(String text) {
		this.word.clear();
		this.word.append(text);
	}

}
