package io.github.gmr.section.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.github.gmr.content.Content;
import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.content.Finding;
import io.github.gmr.section.SectionTraits;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.activity.ThreadStack;
import io.github.gmr.section.bean.BeansByName;
import io.github.gmr.section.pulse.CounterSource;
import io.github.gmr.section.scope.ReportScope;
import io.github.gmr.section.scope.ScopedSection;
import io.github.gmr.section.scope.ThreadSnapshots;
import io.github.gmr.section.scope.VirtualStacks;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Shows how many connections of each pool are in use and how many threads wait for one.
 * The database is asked nothing.
 *
 * <pre>
 * pools =
 *   data source  active  idle  max  min  waiting
 *   dataSource   10      0     10   10   3
 * </pre>
 *
 * Of a pool that is exhausted it shows by their stacks which threads want connections and
 * which may hold them. What a pool does not report is {@code unknown}, and a data source
 * without a pool has no row.
 */
public final class DataSourcesSection implements ScopedSection, CounterSource, SmartInitializingSingleton {

	private static final String UNKNOWN = "unknown";

	private final BeansByName<DataSource> dataSources;

	private final PoolReader reader;

	private final ThreadSnapshots threads;

	private final VirtualStacks virtual;

	private final ApplicationCode code;

	/**
	 * Create the section.
	 * @param dataSources the data sources
	 * @param reader knows their pools
	 * @param threads has the platform threads dumped
	 * @param virtual has the virtual ones dumped
	 * @param code knows the application's own frames
	 */
	public DataSourcesSection(BeansByName<DataSource> dataSources, PoolReader reader, ThreadSnapshots threads,
			VirtualStacks virtual, ApplicationCode code) {
		this.dataSources = dataSources;
		this.reader = reader;
		this.threads = threads;
		this.virtual = virtual;
		this.code = code;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.dataSources.resolve();
	}

	@Override
	public SectionTraits traits() {
		return SectionTraits.at(1000);
	}

	@Override
	public Content content(ReportScope scope) {
		return Content.fields((fields) -> {
			List<NamedPool> pools = pools(fields);
			List<NamedPool> exhausted = pools.stream().filter((pool) -> pool.state().isExhausted()).toList();
			if (!exhausted.isEmpty()) {
				addExhausted(fields, exhausted, scope);
			}
			fields.add("pools", Content.table(pools, (table) -> {
				table.column("data source", NamedPool::name);
				table.column("active", (pool) -> orUnknown(pool.state().active()));
				table.column("idle", (pool) -> orUnknown(pool.state().idle()));
				table.column("max", (pool) -> orUnknown(pool.state().max()));
				table.column("min", (pool) -> orUnknown(pool.state().min()));
				table.column("waiting", (pool) -> orUnknown(pool.state().waiting()));
			}));
		});
	}

	@Override
	public void count(Counters counters) {
		this.dataSources.existing().forEach((name, dataSource) -> {
			counters.add(name + " active", () -> orNull(this.reader.read(dataSource), PoolState::active));
			counters.add(name + " waiting", () -> orNull(this.reader.read(dataSource), PoolState::waiting));
		});
	}

	private static @Nullable Integer orNull(@Nullable PoolState state, Function<PoolState, @Nullable Integer> figure) {
		return (state != null) ? figure.apply(state) : null;
	}

	private void addExhausted(FieldsBuilder fields, List<NamedPool> pools, ReportScope scope) {
		ConnectionUsers users = users(scope);
		pools.forEach((pool) -> fields.add(pool.finding(users)));
		fields.add("threads that want a connection", users.wanting().most());
		fields.add("threads that may hold one", users.holding().most());
	}

	private ConnectionUsers users(ReportScope scope) {
		try {
			Stream<ThreadStack> platform = this.threads.of(scope).threads().stream().map(ThreadStack::of);
			Stream<ThreadStack> virtual = this.virtual.of(scope).stream().map(ThreadStack::of);
			return new ConnectionUsers(Stream.concat(platform, virtual).toList(), this.code);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while the threads were dumped", ex);
		}
	}

	/**
	 * Reads the pools. One that fails has its failure in the fields.
	 */
	private List<NamedPool> pools(FieldsBuilder fields) {
		List<NamedPool> pools = new ArrayList<>();
		this.dataSources.existing().forEach((name, dataSource) -> {
			try {
				PoolState state = this.reader.read(dataSource);
				if (state != null) {
					pools.add(new NamedPool(name, state));
				}
			}
			catch (RuntimeException ex) {
				fields.add(name, ex);
			}
		});
		return pools;
	}

	private static Object orUnknown(@Nullable Integer number) {
		return (number != null) ? number : UNKNOWN;
	}

	/**
	 * A pool and the name of its data source.
	 */
	private record NamedPool(String name, PoolState state) {

		Finding finding(ConnectionUsers users) {
			return this.state.finding(this.name, users).next("Threads");
		}

	}

}
