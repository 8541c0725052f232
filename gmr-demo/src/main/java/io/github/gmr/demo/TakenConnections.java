package io.github.gmr.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.stereotype.Component;

/**
 * Takes all connections of the pool and keeps them, and then wants two more.
 */
@Component
class TakenConnections implements Sickness {

	private static final int WAITING = 2;

	private final DataSource dataSource;

	private final int size;

	private final Patients patients = new Patients();

	TakenConnections(HikariDataSource dataSource) {
		this.dataSource = dataSource;
		this.size = dataSource.getMaximumPoolSize();
	}

	@Override
	public String name() {
		return "connections";
	}

	@Override
	public synchronized void begin() throws InterruptedException {
		if (!this.patients.isEmpty()) {
			return;
		}
		CountDownLatch taken = new CountDownLatch(this.size);
		for (int i = 1; i <= this.size + WAITING; i++) {
			this.patients.add("bookkeeping-" + i, () -> takeConnection(taken));
		}
		taken.await();
	}

	@Override
	public synchronized void end() {
		this.patients.heal();
	}

	private void takeConnection(CountDownLatch taken) {
		while (!Thread.currentThread().isInterrupted()) {
			try (Connection connection = this.dataSource.getConnection()) {
				taken.countDown();
				new CountDownLatch(1).await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			catch (SQLException ex) {
				// There was none in time, so it asks again
			}
		}
	}

}
