package io.github.gmr.demo;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import org.springframework.stereotype.Component;

/**
 * Two threads each of which holds the lock that the other one wants.
 */
@Component
class Deadlock implements Sickness {

	private final Lock stock = new ReentrantLock();

	private final Lock ledger = new ReentrantLock();

	private final Patients patients = new Patients();

	@Override
	public String name() {
		return "deadlock";
	}

	@Override
	public synchronized void begin() {
		if (this.patients.isEmpty()) {
			CyclicBarrier both = new CyclicBarrier(2);
			this.patients.add("stock-keeper", () -> lock(this.stock, this.ledger, both));
			this.patients.add("book-keeper", () -> lock(this.ledger, this.stock, both));
		}
	}

	@Override
	public synchronized void end() {
		this.patients.heal();
	}

	private static void lock(Lock first, Lock second, CyclicBarrier both) {
		first.lock();
		try {
			both.await();
			second.lockInterruptibly();
			second.unlock();
		}
		catch (InterruptedException | BrokenBarrierException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			first.unlock();
		}
	}

}
