package io.github.gmr.hospital;

import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Shares the CPUs of this machine: two processes start at a time, and none does while a
 * report is asked for. So the report is made as on a machine that is not busy.
 */
final class Cpus {

	private static final Semaphore STARTS = new Semaphore(2, true);

	private static final ReadWriteLock QUIET = new ReentrantReadWriteLock();

	private Cpus() {
	}

	static <T> T start(Supplier<T> start) {
		STARTS.acquireUninterruptibly();
		QUIET.readLock().lock();
		try {
			return start.get();
		}
		finally {
			QUIET.readLock().unlock();
			STARTS.release();
		}
	}

	static <T> T quietly(Supplier<T> report) {
		QUIET.writeLock().lock();
		try {
			return report.get();
		}
		finally {
			QUIET.writeLock().unlock();
		}
	}

}
