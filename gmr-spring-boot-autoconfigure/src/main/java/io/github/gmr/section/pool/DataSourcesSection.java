package io.github.gmr.section.pool;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.github.gmr.content.Check;
import io.github.gmr.content.Check.Level;
import io.github.gmr.content.Content;
import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.content.Finding;
import io.github.gmr.section.SectionTraits;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.activity.ThreadStack;
import io.github.gmr.section.bean.BeansByName;
import io.github.gmr.section.bean.BoundBeans;
import io.github.gmr.section.bean.Readings;
import io.github.gmr.section.pulse.FigureHistory;
import io.github.gmr.section.pulse.FigureSource;
import io.github.gmr.section.pulse.Series;
import io.github.gmr.section.scope.ReportScope;
import io.github.gmr.section.scope.ScopedSection;
import io.github.gmr.section.scope.ThreadSnapshot;
import io.github.gmr.section.scope.ThreadSnapshots;
import io.github.gmr.section.scope.VirtualStacks;
import io.github.gmr.worker.Workers;
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
 * which may hold them. What a pool does not report is {@code unknown}, a data source
 * without a pool, or with one that is not known, is only named; one that fails or hangs
 * has a line of its own.
 */
public final class DataSourcesSection implements ScopedSection, FigureSource, SmartInitializingSingleton {

	private static final String TITLE = "Data Sources";

	private static final Check EXHAUSTED = new Check("pool-exhausted");

	private static final String UNKNOWN = "unknown";

	private final BeansByName<DataSource> dataSources;

	private final PoolReader reader;

	private final ThreadSnapshots threads;

	private final VirtualStacks virtual;

	private final ApplicationCode code;

	private final Workers workers;

	private final BoundBeans bound;

	private final FigureHistory history;

	/**
	 * Create the section.
	 * @param dataSources the data sources
	 * @param reader knows their pools
	 * @param threads has the platform threads dumped
	 * @param virtual has the virtual ones dumped
	 * @param code knows the application's own frames
	 * @param workers ask the data sources
	 * @param bound knows the settings of the data sources
	 * @param history knows how the pools were before
	 */
	public DataSourcesSection(BeansByName<DataSource> dataSources, PoolReader reader, ThreadSnapshots threads,
			VirtualStacks virtual, ApplicationCode code, Workers workers, BoundBeans bound, FigureHistory history) {
		this.dataSources = dataSources;
		this.reader = reader;
		this.threads = threads;
		this.virtual = virtual;
		this.code = code;
		this.workers = workers;
		this.bound = bound;
		this.history = history;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.dataSources.resolve();
	}

	@Override
	public SectionTraits traits() {
		return SectionTraits.at(1000).withChecks(EXHAUSTED);
	}

	@Override
	public Content content(ReportScope scope) {
		return Content.fields((fields) -> {
			Readings<NamedPool> readings = read();
			readings.addSilent(fields, "data sources", TITLE);
			List<NamedPool> pools = readings.answers().stream().filter(NamedPool::isKnown).toList();
			List<NamedPool> others = readings.answers().stream().filter((pool) -> !pool.isKnown()).toList();
			if (!others.isEmpty()) {
				fields.add("no pool, or none that is known", others.stream().map(NamedPool::name).toList());
			}
			fields.add("pools", Content.table(pools, (table) -> {
				table.column("data source", NamedPool::name);
				table.column("active", (pool) -> orUnknown(pool.state().active()));
				table.column("idle", (pool) -> orUnknown(pool.state().idle()));
				table.column("max", (pool) -> orUnknown(pool.state().max()));
				table.column("min", (pool) -> orUnknown(pool.state().min()));
				table.column("waiting", (pool) -> orUnknown(pool.state().waiting()));
			}));
			pools.stream().filter(Predicate.not(NamedPool::isSuspect)).forEach((pool) -> fields.add(pool.fine()));
			List<NamedPool> exhausted = pools.stream().filter(NamedPool::isSuspect).toList();
			if (!exhausted.isEmpty()) {
				addExhausted(fields, exhausted, scope);
			}
		});
	}

	@Override
	public void read(Figures figures) {
		read().answers().stream().filter(NamedPool::isKnown).forEach((pool) -> {
			figures.level(pool.name() + " active", pool.state()::active);
			figures.level(pool.waiting(), pool.state()::waiting);
		});
	}

	private Readings<NamedPool> read() {
		return this.dataSources.read(this.workers, (bean) -> {
			PoolState state = this.reader.read(bean.getValue());
			return (state != null)
					? new NamedPool(bean.getKey(), state, this.bound.prefix(bean.getKey(), bean.getValue()))
					: new NamedPool(bean.getKey() + " (" + bean.getValue().getClass().getName() + ")", PoolState.NONE,
							"");
		});
	}

	private void addExhausted(FieldsBuilder fields, List<NamedPool> pools, ReportScope scope) {
		ThreadSnapshot snapshot = snapshot(scope);
		List<ThreadStack> stacks = stacks(snapshot, scope);
		Map<PoolKind, ConnectionUsers> users = new EnumMap<>(PoolKind.class);
		for (NamedPool pool : pools) {
			ConnectionUsers known = users.computeIfAbsent(pool.state().kind(),
					(kind) -> new ConnectionUsers(stacks, kind, this.code));
			fields.check(EXHAUSTED, () -> pool.check(known, snapshot, this.history));
		}
		fields.add("threads that want a connection",
				users.values().stream().flatMap((known) -> known.wanting().most().stream()).toList());
		fields.add("threads that may hold one",
				users.values().stream().flatMap((known) -> known.holding().most().stream()).toList());
	}

	private List<ThreadStack> stacks(ThreadSnapshot snapshot, ReportScope scope) {
		Stream<ThreadStack> platform = snapshot.threads().stream().map(ThreadStack::of);
		Stream<ThreadStack> virtual = this.virtual.of(scope).stream().map(ThreadStack::of);
		return Stream.concat(platform, virtual).toList();
	}

	private ThreadSnapshot snapshot(ReportScope scope) {
		try {
			return this.threads.of(scope);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while the threads were dumped", ex);
		}
	}

	private static Object orUnknown(@Nullable Integer number) {
		return (number != null) ? number : UNKNOWN;
	}

	/**
	 * A pool, the name of its data source and the prefix of its settings.
	 */
	private record NamedPool(String name, PoolState state, String prefix) {

		boolean isKnown() {
			return this.state != PoolState.NONE;
		}

		/**
		 * Returns that connections can be had, unless the pool does not report how many.
		 */
		Check.Result fine() {
			Level level = this.state.level();
			return (level != null) ? EXHAUSTED.of(null, level)
					: EXHAUSTED.notPossible("the pool of %s does not report its connections".formatted(this.name));
		}

		/**
		 * Returns the name of the figure about threads that wait.
		 */
		String waiting() {
			return this.name + " waiting";
		}

		boolean isSuspect() {
			return this.state.isExhausted() || this.state.isShort();
		}

		Check.Result check(ConnectionUsers users, ThreadSnapshot snapshot, FigureHistory history)
				throws InterruptedException {
			if (this.state.isShort()) {
				return users.haveWaitedLong(snapshot) ? found(this.state.findingWhenShort(this.name, users), history)
						: fine();
			}
			return users.areServed(snapshot) ? fine() : found(this.state.finding(this.name, users), history);
		}

		private Check.Result found(Finding found, FigureHistory history) {
			Finding finding = found.next("Threads");
			Series waiting = history.get(waiting());
			if (waiting != null) {
				finding = waiting.held((threads) -> threads > 0).map(finding::since).orElse(finding);
			}
			return EXHAUSTED.of(BoundBeans.addTo(finding, this.prefix, this.state.kind().settings()),
					this.state.level());
		}

	}

}
