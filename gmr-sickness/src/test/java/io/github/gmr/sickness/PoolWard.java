package io.github.gmr.sickness;

import java.sql.Connection;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Conditions of connection pools.
 */
@Configuration(proxyBeanMethods = false)
class PoolWard {

	@Bean("sick pool-exhausted")
	Condition exhaustedPool(HikariDataSource pool) {
		return new Takers(pool, 2, new Crowd());
	}

	@Bean("well pool-exhausted")
	Condition busyPool(HikariDataSource pool) {
		return new Borrowers(pool, new Crowd());
	}

	/**
	 * Threads that share all connections of a pool, and give each back after a moment.
	 * There are always some that wait for one.
	 */
	private record Borrowers(HikariDataSource pool, Crowd crowd) implements Condition {

		@Override
		public void begin() throws Exception {
			int size = this.pool.getMaximumPoolSize();
			this.crowd.add(3 * size, "order", this::order);
			Crowd.await(() -> this.pool.getHikariPoolMXBean() != null
					&& this.pool.getHikariPoolMXBean().getActiveConnections() == size
					&& this.pool.getHikariPoolMXBean().getThreadsAwaitingConnection() > size);
		}

		private void order() throws Exception {
			while (true) {
				try (Connection connection = this.pool.getConnection()) {
					Thread.sleep(40);
				}
			}
		}

		@Override
		public void end() throws Exception {
			this.crowd.end();
			Crowd.await(() -> this.pool.getHikariPoolMXBean().getActiveConnections() == 0);
		}

	}

	/**
	 * Threads that take all connections of a pool, and some that want one more.
	 */
	private record Takers(HikariDataSource pool, int waiting, Crowd crowd) implements Condition {

		@Override
		public void begin() throws Exception {
			int size = this.pool.getMaximumPoolSize();
			this.crowd.add(size + this.waiting, "book-keeping", this::keepBooks);
			Crowd.await(() -> this.pool.getHikariPoolMXBean() != null
					&& this.pool.getHikariPoolMXBean().getActiveConnections() == size
					&& this.pool.getHikariPoolMXBean().getThreadsAwaitingConnection() == this.waiting);
		}

		private void keepBooks() throws Exception {
			try (Connection connection = this.pool.getConnection()) {
				Thread.sleep(Long.MAX_VALUE);
			}
		}

		@Override
		public void end() throws Exception {
			this.crowd.end();
			Crowd.await(() -> this.pool.getHikariPoolMXBean().getActiveConnections() == 0);
		}

	}

}
