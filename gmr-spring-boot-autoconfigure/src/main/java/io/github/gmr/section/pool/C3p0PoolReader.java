package io.github.gmr.section.pool;

import java.sql.SQLException;

import javax.sql.DataSource;

import com.mchange.v2.c3p0.PooledDataSource;
import com.mchange.v2.c3p0.WrapperConnectionPoolDataSource;
import com.mchange.v2.c3p0.impl.AbstractPoolBackedDataSource;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.jdbc.DataSourceUnwrapper;

/**
 * Reads pools of C3P0, which Spring Boot has no metadata of. They report how many threads
 * wait.
 */
public final class C3p0PoolReader implements PoolReader {

	@Override
	public @Nullable PoolState read(DataSource dataSource) {
		PooledDataSource pool = DataSourceUnwrapper.unwrap(dataSource, PooledDataSource.class, PooledDataSource.class);
		if (pool == null) {
			return null;
		}
		try {
			WrapperConnectionPoolDataSource settings = settings(pool);
			return new PoolState(PoolKind.C3P0, pool.getNumBusyConnectionsDefaultUser(),
					pool.getNumIdleConnectionsDefaultUser(), (settings != null) ? settings.getMaxPoolSize() : null,
					(settings != null) ? settings.getMinPoolSize() : null,
					pool.getNumThreadsAwaitingCheckoutDefaultUser());
		}
		catch (SQLException ex) {
			throw new IllegalStateException("C3P0 does not know the pool: " + ex.getMessage(), ex);
		}
	}

	private static @Nullable WrapperConnectionPoolDataSource settings(PooledDataSource pool) {
		return (pool instanceof AbstractPoolBackedDataSource backed
				&& backed.getConnectionPoolDataSource() instanceof WrapperConnectionPoolDataSource settings) ? settings
						: null;
	}

}
