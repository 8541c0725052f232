package io.github.gmr.section.pool;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.jdbc.DataSourceUnwrapper;

/**
 * Reads pools of Hikari, which report how many threads wait. One that has not been used
 * yet is not started.
 */
public final class HikariPoolReader implements PoolReader {

	@Override
	public @Nullable PoolState read(DataSource dataSource) {
		HikariDataSource hikari = DataSourceUnwrapper.unwrap(dataSource, HikariConfigMXBean.class,
				HikariDataSource.class);
		if (hikari == null) {
			return null;
		}
		HikariPoolMXBean pool = hikari.getHikariPoolMXBean();
		return (pool != null)
				? new PoolState(PoolKind.HIKARI, pool.getActiveConnections(), pool.getIdleConnections(),
						hikari.getMaximumPoolSize(), hikari.getMinimumIdle(), pool.getThreadsAwaitingConnection())
				: new PoolState(PoolKind.HIKARI, 0, 0, hikari.getMaximumPoolSize(), hikari.getMinimumIdle(), 0);
	}

}
