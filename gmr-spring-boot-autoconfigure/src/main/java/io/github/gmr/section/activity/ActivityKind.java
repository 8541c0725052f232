package io.github.gmr.section.activity;

import java.util.Locale;

/**
 * Kinds of what a thread does, and above all of what it waits for.
 */
public enum ActivityKind {

	/**
	 * Runs, or would if there were a processor.
	 */
	RUNNING,

	/**
	 * Has nothing to do: waits for a task, a connection, an event or its time, as it
	 * should.
	 */
	IDLE,

	/**
	 * Waits for something that its stack does not name.
	 */
	UNKNOWN,

	/**
	 * Waits to enter a monitor.
	 */
	MONITOR,

	/**
	 * Waits to be notified by a monitor.
	 */
	NOTIFICATION,

	/**
	 * Waits for a lock that one thread can have.
	 */
	LOCK,

	/**
	 * Waits for a lock that several readers or one writer can have.
	 */
	READ_WRITE_LOCK,

	/**
	 * Waits for a {@link java.util.concurrent.locks.StampedLock}.
	 */
	STAMPED_LOCK,

	/**
	 * Waits for a permit.
	 */
	SEMAPHORE,

	/**
	 * Waits for a {@link java.util.concurrent.CountDownLatch}.
	 */
	LATCH,

	/**
	 * Waits for other threads to come to the same point.
	 */
	BARRIER,

	/**
	 * Waits for the result of a task.
	 */
	FUTURE,

	/**
	 * Waits for a {@link java.util.concurrent.locks.Condition}.
	 */
	CONDITION,

	/**
	 * Waits for space in a queue.
	 */
	FULL_QUEUE,

	/**
	 * Waits for an element of a queue, and it cannot be said that this is idleness.
	 */
	EMPTY_QUEUE,

	/**
	 * Waits for a connection or another object of a pool.
	 */
	POOL,

	/**
	 * Waits for data from a socket.
	 */
	SOCKET_READ,

	/**
	 * Waits for a socket to be connected.
	 */
	SOCKET_CONNECT,

	/**
	 * Waits for a socket to take data.
	 */
	SOCKET_WRITE,

	/**
	 * Waits for a database.
	 */
	DATABASE,

	/**
	 * Waits for a remote service that is known by its client.
	 */
	REMOTE,

	/**
	 * Waits for a message broker.
	 */
	MESSAGING,

	/**
	 * Waits for a mail server.
	 */
	MAIL,

	/**
	 * Waits for a directory.
	 */
	DIRECTORY,

	/**
	 * Waits for the address of a name.
	 */
	NAME_LOOKUP,

	/**
	 * Reads from a file or a pipe, writes to it, or asks the file system.
	 */
	FILE,

	/**
	 * Waits for the lock of a file.
	 */
	FILE_LOCK,

	/**
	 * Waits until a file is on the disk.
	 */
	FILE_SYNC,

	/**
	 * Waits for a child process.
	 */
	PROCESS,

	/**
	 * Writes to standard output.
	 */
	STANDARD_OUTPUT,

	/**
	 * Waits to log something.
	 */
	LOG,

	/**
	 * Waits for a class loader.
	 */
	CLASS_LOADING,

	/**
	 * Waits for random numbers.
	 */
	ENTROPY,

	/**
	 * Sleeps for some time.
	 */
	SLEEP,

	/**
	 * Waits for the end of another thread.
	 */
	THREAD_END,

	/**
	 * Waits for the end of executors, hooks or the JVM.
	 */
	SHUTDOWN;

	/**
	 * Return whether a thread waits for something else than work.
	 * @return whether it does, {@code true} if it is not known what for
	 */
	public boolean isWaiting() {
		return this != RUNNING && this != IDLE;
	}

	/**
	 * Return the name of the kind in the catalogue.
	 * @return the name, such as {@code "socket-read"}
	 */
	String label() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * Return the kind by its name in the catalogue.
	 * @param label the name, such as {@code "socket-read"}
	 * @return the kind
	 * @throws IllegalArgumentException if there is no such kind
	 */
	static ActivityKind labelled(String label) {
		return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
	}

}
