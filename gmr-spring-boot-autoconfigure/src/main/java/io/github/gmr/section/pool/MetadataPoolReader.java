package io.github.gmr.section.pool;

import java.util.Collection;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.jdbc.metadata.CompositeDataSourcePoolMetadataProvider;
import org.springframework.boot.jdbc.metadata.DataSourcePoolMetadata;
import org.springframework.boot.jdbc.metadata.DataSourcePoolMetadataProvider;

/**
 * Reads what Spring Boot knows about pools of any kind.
 */
public final class MetadataPoolReader implements PoolReader {

	private final DataSourcePoolMetadataProvider provider;

	/**
	 * Create the reader.
	 * @param providers know pools, each of one kind
	 */
	public MetadataPoolReader(Collection<? extends DataSourcePoolMetadataProvider> providers) {
		this.provider = new CompositeDataSourcePoolMetadataProvider(providers);
	}

	@Override
	public @Nullable PoolState read(DataSource dataSource) {
		DataSourcePoolMetadata pool = this.provider.getDataSourcePoolMetadata(dataSource);
		return (pool != null) ? new PoolState(PoolKind.ofMetadata(pool.getClass()), pool.getActive(), pool.getIdle(),
				pool.getMax(), pool.getMin(), null) : null;
	}

}
