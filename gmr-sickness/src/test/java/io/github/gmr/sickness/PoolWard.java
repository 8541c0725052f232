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
	Condition poolInUse(HikariDataSource pool) {
		return new Takers(pool, 0, new Crowd());
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
