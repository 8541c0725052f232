package io.github.gmr.section.pool;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

/**
 * Reads the state of connection pools without taking a connection. Implementations are
 * thread-safe.
 */
@FunctionalInterface
public interface PoolReader {

	/**
	 * Read the state of a pool.
	 * @param dataSource the data source
	 * @return the state, or {@code null} if it is no pool this reader knows
	 */
	@Nullable PoolState read(DataSource dataSource);

	/**
	 * Ask another reader where this one knows nothing.
	 * @param other the other reader
	 * @return a reader that knows what both know
	 */
	default PoolReader or(PoolReader other) {
		return (dataSource) -> {
			PoolState state = read(dataSource);
			return (state != null) ? state : other.read(dataSource);
		};
	}

}
