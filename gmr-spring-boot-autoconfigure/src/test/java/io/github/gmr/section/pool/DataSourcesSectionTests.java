package io.github.gmr.section.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import com.mchange.v2.c3p0.DataSources;
import com.zaxxer.hikari.HikariDataSource;
import io.github.gmr.content.Content;
import io.github.gmr.content.Failure;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Table;
import io.github.gmr.content.Value;
import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.activity.Stacks;
import io.github.gmr.section.bean.BoundBeans;
import io.github.gmr.section.bean.Named;
import io.github.gmr.section.pulse.FigureHistory;
import io.github.gmr.section.scope.ReportScope;
import io.github.gmr.section.scope.ThreadSnapshot;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.jdbc.metadata.DataSourcePoolMetadata;
import org.springframework.context.support.StaticApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link DataSourcesSection} and its readers.
 */
@Timeout(60)
class DataSourcesSectionTests {

	private static final FigureHistory HISTORY = new FigureHistory((figures) -> {
	}, List.of(), Runnable::run);

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			10, 0, 10, 3, '10 of 10 connections are in use, 3 wait for one'
			10, 0, 10, 0, -
			9,  1, 10, 1, -
			10, -, 10, -, '10 of 10 connections are in use, none is idle'
			9,  -, 10, -, -
			-,  -, 10, -, -
			10, -, -,  -, -
			10, 0, -1, -, -
			""")
	void contentWhenPoolIsExhaustedSaysSo(@Nullable Integer active, @Nullable Integer idle, @Nullable Integer max,
			@Nullable Integer waiting, @Nullable String finding) {
		PoolState state = new PoolState(PoolKind.HIKARI, active, idle, max, null, waiting);
		Content content = content(Map.of("orders", mock(DataSource.class)), (dataSource) -> state);
		assertThat(Named.findings(content)).containsExactlyElementsOf((finding != null)
				? List.of(Content.critical("%s", "The connection pool of orders is exhausted: " + finding)
					.id("pool-exhausted")
					.next("Threads"))
				: List.of());
	}

	@Test
	void contentWhenPoolIsExhaustedTellsWhoWantsAndWhoMayHoldConnections() {
		String pool = "com.zaxxer.hikari.pool.HikariPool.getConnection";
		String transaction = "org.springframework.transaction.interceptor.TransactionAspectSupport.invokeWithinTransaction";
		Content content = content(Map.of("orders", mock(DataSource.class)),
				(dataSource) -> new PoolState(PoolKind.HIKARI, 10, 0, 10, 10, 3),
				Stacks.of(0,
						List.of(Stacks.thread(1, pool, "com.acme.Orders.find", "com.acme.Web.get"),
								Stacks.thread(2, pool, "com.acme.Orders.find", transaction),
								Stacks.thread(3, pool, "com.acme.Stock.take"),
								Stacks.thread(4, "java.lang.Thread.sleep", "com.acme.Orders.pack",
										"com.acme.Orders.find"),
								Stacks.thread(5, "java.net.Socket.read", "com.acme.Mail.send", transaction),
								Stacks.thread(6, "org.h2.Wire.read", "com.zaxxer.hikari.pool.ProxyStatement.execute",
										"com.acme.Mail.send"),
								Stacks.thread(7, "com.acme.Idle.wait"))));
		assertThat(Named.findings(content)).extracting(Finding::summary)
			.containsExactly(
					"The connection pool of orders is exhausted: 10 of 10 connections are in use, 3 wait for one"
							+ "; wanted at com.acme.Orders.find(Orders.java:41) (2 of 3 threads)"
							+ "; maybe held at com.acme.Mail.send(Mail.java:41) (2 of 3 threads)");
		assertThat(((Fields) content).values())
			.containsEntry("threads that want a connection",
					Content.items(List.of("2 at com.acme.Orders.find(Orders.java:41)",
							"1 at com.acme.Stock.take(Stock.java:41)")))
			.containsEntry("threads that may hold one", Content
				.items(List.of("2 at com.acme.Mail.send(Mail.java:41)", "1 at com.acme.Orders.pack(Orders.java:41)")));
	}

	@ParameterizedTest
	@CsvSource({ "'', 1", "1, 1", "3, 1", "'1,3', 0", "'2,3', 0" })
	void contentWhenThreadsGoOnHasFindingUnlessSomeGetConnectionsAndSomeReturnThem(String moved, int findings) {
		String pool = "com.zaxxer.hikari.pool.HikariPool.getConnection";
		Set<Long> ids = Arrays.stream(moved.split(","))
			.filter((id) -> !id.isEmpty())
			.map(Long::valueOf)
			.collect(Collectors.toSet());
		Content content = content(Map.of("orders", mock(DataSource.class)),
				(dataSource) -> new PoolState(PoolKind.HIKARI, 1, 0, 1, 1, 2),
				Stacks.moving(ids, Stacks.thread(1, pool, "com.acme.Orders.find"),
						Stacks.thread(2, pool, "com.acme.Orders.find"),
						Stacks.thread(3, "java.lang.Thread.sleep", "com.acme.Orders.pack", "com.acme.Orders.find")));
		assertThat(Named.findings(content)).hasSize(findings);
	}

	@Test
	void contentWhenPoolIsExhaustedTellsOfVirtualThreadsToo() {
		Content content = content(Map.of("orders", mock(DataSource.class)),
				(dataSource) -> new PoolState(PoolKind.HIKARI, 10, 0, 10, 10, 51),
				Stacks.of(0,
						List.of(Stacks.thread(1, "com.zaxxer.hikari.pool.HikariPool.getConnection",
								"com.acme.Stock.take"))),
				Stacks.group(50, "java.lang.VirtualThread.park(java.base/VirtualThread.java:582)",
						"com.zaxxer.hikari.pool.HikariPool.getConnection(HikariPool.java:164)",
						"com.acme.Orders.find(Orders.java:41)"),
				Stacks.group(10, "java.net.Socket.read(java.base/Socket.java:9)",
						"com.zaxxer.hikari.pool.ProxyStatement.execute(ProxyStatement.java:94)",
						"com.acme.Mail.send(Mail.java:41)"));
		assertThat(Named.findings(content)).extracting(Finding::summary)
			.containsExactly(
					"The connection pool of orders is exhausted: 10 of 10 connections are in use, 51 wait for one"
							+ "; wanted at com.acme.Orders.find(Orders.java:41) (50 of 51 threads)"
							+ "; maybe held at com.acme.Mail.send(Mail.java:41) (10 of 10 threads)");
	}

	@Test
	void contentWhenPoolIsWellAsksForNoDump() {
		DataSourcesSection section = new DataSourcesSection(
				Named.beans(DataSource.class, Map.of("orders", mock(DataSource.class))),
				(dataSource) -> new PoolState(PoolKind.HIKARI, 9, 1, 10, 10, 0), (scope) -> {
					throw new AssertionError("no dump is needed");
				}, (scope) -> {
					throw new AssertionError("no dump is needed");
				}, new ApplicationCode(List.of()), Named.workers(), new BoundBeans(new StaticApplicationContext()),
				HISTORY);
		section.afterSingletonsInstantiated();
		assertThat(Named.findings(section.content(new ReportScope()))).isEmpty();
	}

	@Test
	void contentWhenPoolFailsMarksThatOneOnly() {
		DataSource broken = mock(DataSource.class);
		Content content = content(Map.of("broken", broken, "fine", mock(DataSource.class)), (dataSource) -> {
			if (dataSource == broken) {
				throw new IllegalStateException("closed");
			}
			return new PoolState(PoolKind.HIKARI, 1, 2, 3, 0, 0);
		});
		assertThat(((Fields) content).values().get("broken")).isInstanceOf(Failure.class);
		assertThat(pools(content).rows()).containsExactly(row("fine", 1, 2, 3, 0, 0));
	}

	@Test
	void contentWhenPoolTellsLittleSaysUnknown() {
		Content content = content(Map.of("orders", mock(DataSource.class), "none", mock(DataSource.class)),
				(dataSource) -> new PoolState(PoolKind.HIKARI, null, null, null, null, null));
		assertThat(pools(content).rows())
			.contains(row("orders", "unknown", "unknown", "unknown", "unknown", "unknown"));
	}

	@Test
	void readWhenHikariIsExhaustedTellsWhoWaits() throws Exception {
		try (HikariDataSource hikari = hikari(1)) {
			Connection taken = hikari.getConnection();
			CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> use(hikari));
			Awaitility.await()
				.untilAsserted(() -> assertThat(
						Named.findings(content(Map.of("orders", hikari), new HikariPoolReader(), Stacks.now(0))))
					.singleElement()
					.satisfies((finding) -> assertThat(finding.summary()).startsWith(
							"The connection pool of orders is exhausted: 1 of 1 connections are in use, 1 wait for one"
									+ "; wanted at com.zaxxer.hikari.")));
			taken.close();
			waiting.join();
			Awaitility.await()
				.untilAsserted(() -> assertThat(new HikariPoolReader().read(hikari))
					.isEqualTo(new PoolState(PoolKind.HIKARI, 0, 1, 1, 1, 0)));
		}
	}

	@Test
	void readWhenHikariIsNotUsedYetDoesNotStartIt() throws SQLException {
		try (HikariDataSource hikari = hikari(5)) {
			assertThat(new HikariPoolReader().read(hikari)).isEqualTo(new PoolState(PoolKind.HIKARI, 0, 0, 5, 5, 0));
			assertThat(hikari.isRunning()).isFalse();
		}
	}

	@Test
	void readOfC3p0CountsConnectionsAndWhoWaits() throws Exception {
		Connection connection = mock(Connection.class);
		given(connection.isValid(anyInt())).willReturn(true);
		DataSource database = mock(DataSource.class);
		given(database.getConnection()).willReturn(connection);
		DataSource c3p0 = DataSources.pooledDataSource(database,
				Map.of("maxPoolSize", 1, "minPoolSize", 1, "initialPoolSize", 1, "numHelperThreads", 1));
		try (Connection taken = c3p0.getConnection()) {
			Thread waiting = new Thread(() -> connectAndClose(c3p0));
			waiting.start();
			Awaitility.await()
				.untilAsserted(() -> assertThat(new C3p0PoolReader().read(c3p0))
					.isEqualTo(new PoolState(PoolKind.C3P0, 1, 0, 1, 1, 1)));
			assertThat(PoolKind.C3P0.has(frameOf(waiting))).isTrue();
			assertThat(taken).isNotNull();
		}
		finally {
			DataSources.destroy(c3p0);
		}
	}

	private static String frameOf(Thread thread) {
		return Stream.of(thread.getStackTrace())
			.map(StackTraceElement::toString)
			.map((frame) -> frame.substring(frame.lastIndexOf('/') + 1))
			.filter((frame) -> frame.contains(".getConnection("))
			.findFirst()
			.orElseThrow();
	}

	private static void connectAndClose(DataSource dataSource) {
		try {
			dataSource.getConnection().close();
		}
		catch (SQLException ex) {
			// The pool was closed while it waited
		}
	}

	@Test
	void contentNamesDataSourcesThatAreNoKnownPool() {
		DataSource dataSource = mock(DataSource.class);
		Fields fields = (Fields) content(Map.of("legacy", dataSource), (candidate) -> null);
		assertThat(fields.values().get("no pool, or none that is known"))
			.isEqualTo(Content.items(List.of("legacy (" + dataSource.getClass().getName() + ")")));
	}

	@Test
	void readWhenHikariIsNotThePoolAsksTheOther() {
		DataSource dataSource = mock(DataSource.class);
		DataSourcePoolMetadata metadata = mock(DataSourcePoolMetadata.class);
		given(metadata.getActive()).willReturn(2);
		given(metadata.getMax()).willReturn(8);
		given(metadata.getIdle()).willReturn(null);
		given(metadata.getMin()).willReturn(1);
		PoolReader reader = new HikariPoolReader()
			.or(new MetadataPoolReader(List.of((candidate) -> (candidate == dataSource) ? metadata : null)));
		assertThat(reader.read(dataSource)).isEqualTo(new PoolState(PoolKind.OTHER, 2, null, 8, 1, null));
		assertThat(reader.read(mock(DataSource.class))).isNull();
	}

	private static HikariDataSource hikari(int size) throws SQLException {
		Connection connection = mock(Connection.class);
		given(connection.isValid(anyInt())).willReturn(true);
		DataSource database = mock(DataSource.class);
		given(database.getConnection()).willReturn(connection);
		HikariDataSource hikari = new HikariDataSource();
		hikari.setDataSource(database);
		hikari.setMaximumPoolSize(size);
		hikari.setMinimumIdle(size);
		return hikari;
	}

	private static void use(DataSource dataSource) {
		try {
			dataSource.getConnection().close();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Content content(Map<String, DataSource> dataSources, PoolReader reader) {
		return content(dataSources, reader, Stacks.of(0, List.of()));
	}

	private static Content content(Map<String, DataSource> dataSources, PoolReader reader, ThreadSnapshot threads,
			StackGroup... groups) {
		List<StackGroup> virtual = List.of(groups);
		DataSourcesSection section = new DataSourcesSection(Named.beans(DataSource.class, dataSources), reader,
				(scope) -> threads, (scope) -> virtual, new ApplicationCode(List.of("com.acme")), Named.workers(),
				new BoundBeans(new StaticApplicationContext()), HISTORY);
		section.afterSingletonsInstantiated();
		return section.content(new ReportScope());
	}

	private static Table pools(Content content) {
		return (Table) ((Fields) content).values().get("pools");
	}

	private static List<Content> row(Object... cells) {
		return List.of(cells)
			.stream()
			.map((cell) -> (cell instanceof Integer) ? (Content) new Value(cell) : Content.text(cell.toString()))
			.toList();
	}

}
