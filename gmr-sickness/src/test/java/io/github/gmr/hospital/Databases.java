package io.github.gmr.hospital;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.zaxxer.hikari.HikariDataSource;
import io.github.gmr.remote.Remote;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Connection pools, databases and caches.
 */
final class Databases {

	private static final String PATIENCE = "spring.datasource.hikari.connection-timeout=600000";

	private static final List<Connection> LEAKED = new ArrayList<>();

	private static final List<Jedis> JEDIS = new ArrayList<>();

	private Databases() {
	}

	@Sick(value = "a pool is exhausted by transactions that wait for another server",
			says = { "10 of 10", "dataSource|127\\.0\\.0\\.1",
					"Databases\\$Books\\.settle\\(Databases\\.java:\\d+\\)" })
	@Setup(with = Books.class, settings = PATIENCE)
	static void longTransactions(Desk desk, Books books) throws Exception {
		desk.serves(books::settle).visitedBy(20);
	}

	@Sick(value = "a pool is exhausted by connections that nobody gives back",
			says = { "10 of 10", "dataSource", "8 ", "no thread|nobody|leak" })
	@Setup(settings = PATIENCE)
	static void leakedConnections(Desk desk, HikariDataSource pool) throws Exception {
		for (int i = 0; i < 10; i++) {
			LEAKED.add(pool.getConnection());
		}
		desk.serves(() -> take(pool)).visitedBy(8);
	}

	private static Object take(HikariDataSource pool) throws SQLException {
		try (Connection connection = pool.getConnection()) {
			return connection.getMetaData().getURL();
		}
	}

	@Sick(value = "a pool is exhausted by those who have a connection and want another one (REQUIRES_NEW)",
			says = { "10 of 10", "dataSource", "another|itself|themselves|hold one",
					"Databases\\$Books\\.\\w+\\(Databases\\.java:\\d+\\)" })
	@Setup(with = { Books.class, Journal.class }, settings = PATIENCE)
	static void requiresNew(Desk desk, Books books) throws Exception {
		desk.serves(books::journal).visitedBy(10);
	}

	/**
	 * Keeps books in transactions, behind a proxy.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Books {

		private final JdbcTemplate jdbc;

		private final Journal journal;

		Books(JdbcTemplate jdbc, org.springframework.beans.factory.ObjectProvider<Journal> journal) {
			this.jdbc = jdbc;
			this.journal = journal.getIfAvailable();
		}

		@Transactional
		public String settle() throws Exception {
			this.jdbc.queryForObject("select 1", Integer.class);
			return Remote.ask();
		}

		@Transactional
		public String journal() throws Exception {
			this.jdbc.queryForObject("select 1", Integer.class);
			Thread.sleep(1000);
			return this.journal.write();
		}

	}

	/**
	 * Writes in a transaction of its own.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Journal {

		private final JdbcTemplate jdbc;

		Journal(JdbcTemplate jdbc) {
			this.jdbc = jdbc;
		}

		@Transactional(propagation = Propagation.REQUIRES_NEW)
		public String write() {
			return this.jdbc.queryForObject("select 'written'", String.class);
		}

	}

	@Sick(value = "connections are kept while a page is rendered (open-in-view)",
			says = { "10 of 10", "dataSource|127\\.0\\.0\\.1", "Databases\\.render\\(Databases\\.java:\\d+\\)" })
	@Setup(settings = PATIENCE)
	static void openInView(Desk desk, HikariDataSource pool) throws Exception {
		desk.serves(() -> view(pool)).visitedBy(18);
	}

	private static Object view(HikariDataSource pool) throws Exception {
		try (Connection connection = pool.getConnection()) {
			return connection.getMetaData().getURL() + render();
		}
	}

	private static Object render() throws Exception {
		return Remote.ask();
	}

	@Sick(value = "the database says nothing: 0 connections, 16 requests wait for one",
			says = { "0 ", "16 ", "dataSource|127\\.0\\.0\\.1:\\d+|database" })
	@Setup(with = Silent.class)
	static void databaseSilent(Desk desk, HikariDataSource pool) throws Exception {
		desk.serves(() -> take(pool)).visitedBy(16);
	}

	@Sick(value = "the database refuses connections, 16 requests wait for one",
			says = { "0 ", "16 ", "dataSource|database|refused" })
	@Setup(with = Refusing.class)
	static void databaseRefuses(Desk desk, HikariDataSource pool) throws Exception {
		desk.serves(() -> take(pool)).visitedBy(16);
	}

	/**
	 * A pool of a database that says nothing.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Silent {

		@Bean
		HikariDataSource dataSource() {
			return postgres(Remote.port());
		}

	}

	/**
	 * A pool of a database that is not there.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Refusing {

		@Bean
		HikariDataSource dataSource() {
			return postgres(Remote.deadPort());
		}

	}

	private static HikariDataSource postgres(int port) {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl("jdbc:postgresql://127.0.0.1:" + port + "/shop");
		pool.setInitializationFailTimeout(-1);
		pool.setConnectionTimeout(600_000);
		return pool;
	}

	@Sick(value = "a row of the database is locked by a transaction that does not end, 6 requests wait for it",
			says = { "[67] ", "H2|h2|row|database|lock", "Databases\\.(?:reserve|keepRow)\\(Databases\\.java:\\d+\\)" })
	static void rowLocked(Desk desk, HikariDataSource pool, JdbcTemplate jdbc) throws Exception {
		jdbc.execute("set default_lock_timeout 600000");
		jdbc.execute("create table seat (id int primary key, taken int)");
		jdbc.update("insert into seat values (1, 0)");
		Thread keeper = new Thread(() -> keepRow(pool), "night-batch");
		keeper.setDaemon(true);
		keeper.start();
		Thread.sleep(2000);
		desk.serves(() -> reserve(pool)).visitedBy(6);
	}

	private static void keepRow(HikariDataSource pool) {
		try (Connection connection = pool.getConnection()) {
			connection.setAutoCommit(false);
			connection.createStatement().executeUpdate("update seat set taken = 1 where id = 1");
			Remote.ask();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Object reserve(HikariDataSource pool) throws SQLException {
		try (Connection connection = pool.getConnection()) {
			connection.createStatement().execute("set lock_timeout 600000");
			return connection.createStatement().executeUpdate("update seat set taken = 2 where id = 1");
		}
	}

	@Sick(value = "a slow query keeps all connections of the pool",
			says = { "10 of 10|10 ", "Databases\\.report\\(Databases\\.java:\\d+\\)" })
	@Setup(settings = PATIENCE)
	static void slowQuery(Desk desk, HikariDataSource pool, JdbcTemplate jdbc) throws Exception {
		jdbc.execute("create alias slow for \"io.github.gmr.remote.Remote.slow\"");
		desk.serves(() -> report(pool)).visitedBy(15);
	}

	private static Object report(HikariDataSource pool) throws SQLException {
		try (Connection connection = pool.getConnection()) {
			return connection.createStatement().execute("select slow()");
		}
	}

	@Sick(value = "of two pools the second one is exhausted",
			says = { "ordersDb", "3 of 3", "Databases\\.view\\(|Databases\\.render\\(" })
	@Setup(with = TwoPools.class)
	static void secondPool(Desk desk, org.springframework.context.ApplicationContext context) throws Exception {
		HikariDataSource orders = context.getBean("ordersDb", HikariDataSource.class);
		desk.serves(() -> view(orders)).visitedBy(12);
	}

	/**
	 * Two pools of in-memory databases.
	 */
	@Configuration(proxyBeanMethods = false)
	static class TwoPools {

		@Bean
		HikariDataSource customersDb() {
			return h2("customers", 10);
		}

		@Bean
		HikariDataSource ordersDb() {
			return h2("orders", 3);
		}

		private static HikariDataSource h2(String name, int size) {
			HikariDataSource pool = new HikariDataSource();
			pool.setJdbcUrl("jdbc:h2:mem:" + name);
			pool.setMaximumPoolSize(size);
			pool.setConnectionTimeout(600_000);
			return pool;
		}

	}

	@Sick(value = "a pool of Jedis is exhausted, its connections were never given back",
			says = { "Jedis|pool", "7 ", "Databases\\.cached\\(Databases\\.java:\\d+\\)" })
	static void jedisPoolExhausted(Desk desk) throws Exception {
		JedisPool pool = new JedisPool("127.0.0.1", Remote.redisPort());
		for (int i = 0; i < 8; i++) {
			JEDIS.add(pool.getResource());
		}
		desk.serves(() -> cached(pool)).visitedBy(7);
	}

	private static Object cached(JedisPool pool) {
		try (Jedis jedis = pool.getResource()) {
			return jedis.get("price");
		}
	}

	@Sick(value = "Redis says nothing, requests read its answer by Jedis", says = { "5 ",
			"Jedis|redis|127\\.0\\.0\\.1:\\d+|socket", "Databases\\.readCache\\(Databases\\.java:\\d+\\)" })
	static void jedisSilent(Desk desk) throws Exception {
		int port = Remote.redisPort();
		desk.serves(() -> readCache(port)).visitedBy(5);
	}

	private static Object readCache(int port) {
		try (Jedis jedis = new Jedis("127.0.0.1", port, 5000, 0)) {
			return jedis.get("price");
		}
	}

	@Sick(value = "Redis says nothing, requests wait for its answer by Lettuce",
			says = { "6 ", "Lettuce|[Rr]edis|lettuce", "Databases\\.lookUp\\(Databases\\.java:\\d+\\)" })
	static void lettuceSilent(Desk desk) throws Exception {
		RedisClient client = RedisClient.create(RedisURI.builder()
			.withHost("127.0.0.1")
			.withPort(Remote.redisPort())
			.withTimeout(Duration.ofMinutes(10))
			.build());
		client.setOptions(io.lettuce.core.ClientOptions.builder()
			.protocolVersion(io.lettuce.core.protocol.ProtocolVersion.RESP2)
			.pingBeforeActivateConnection(false)
			.build());
		RedisCommands<String, String> commands = client.connect().sync();
		desk.serves(() -> lookUp(commands)).visitedBy(6);
	}

	private static Object lookUp(RedisCommands<String, String> commands) {
		return commands.get("price");
	}

}
