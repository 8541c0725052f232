package io.github.gmr.recorder;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import com.mchange.v2.c3p0.ComboPooledDataSource;
import com.zaxxer.hikari.HikariDataSource;
import org.apache.commons.dbcp2.BasicDataSource;
import org.apache.commons.pool2.BaseKeyedPooledObjectFactory;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.apache.commons.pool2.impl.GenericKeyedObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPool;

/**
 * Waits for connections and other objects of pools that have no more.
 */
final class PoolScenes {

	private static final String URL = "jdbc:h2:mem:recorder;DB_CLOSE_DELAY=-1";

	private static final int LONG = 3_600_000;

	private PoolScenes() {
	}

	static void play(Recording recording) throws Exception {
		hikari(recording);
		dbcp(recording);
		tomcat(recording);
		c3p0(recording);
		objects(recording);
	}

	private static void hikari(Recording recording) throws SQLException {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl(URL);
		pool.setMaximumPoolSize(1);
		pool.setConnectionTimeout(LONG);
		exhaust(recording, "pool: waits for a connection of HikariPool", pool);
		recording.named("idle: waits for a task", (name) -> name.startsWith("HikariPool-1"));
	}

	private static void dbcp(Recording recording) throws SQLException {
		BasicDataSource pool = new BasicDataSource();
		pool.setUrl(URL);
		pool.setMaxTotal(1);
		exhaust(recording, "pool: waits for a connection of DBCP2", pool);
		BasicDataSource limited = new BasicDataSource();
		limited.setUrl(URL);
		limited.setMaxTotal(1);
		limited.setMaxWait(java.time.Duration.ofHours(1));
		exhaust(recording, "pool: waits for a connection of DBCP2", limited);
	}

	private static void tomcat(Recording recording) throws SQLException {
		org.apache.tomcat.jdbc.pool.DataSource pool = new org.apache.tomcat.jdbc.pool.DataSource();
		pool.setDriverClassName("org.h2.Driver");
		pool.setUrl(URL);
		pool.setMaxActive(1);
		pool.setMaxWait(LONG);
		exhaust(recording, "pool: waits for a connection of the Tomcat JDBC pool", pool);
	}

	private static void c3p0(Recording recording) throws Exception {
		ComboPooledDataSource pool = new ComboPooledDataSource();
		pool.setDriverClass("org.h2.Driver");
		pool.setJdbcUrl(URL);
		pool.setInitialPoolSize(1);
		pool.setMinPoolSize(1);
		pool.setMaxPoolSize(1);
		exhaust(recording, "pool: waits for a connection of c3p0", pool);
		recording.named("idle: waits for a task", (name) -> name.contains("HelperThread-#0"));
		recording.named("idle: waits for a task that is due", (name) -> name.contains("AdminTaskTimer"));
	}

	private static void exhaust(Recording recording, String expected, DataSource pool) throws SQLException {
		Connection only = pool.getConnection();
		Extras.keep(only);
		recording.both(expected, pool::getConnection);
	}

	private static void objects(Recording recording) throws Exception {
		GenericObjectPool<Object> pool = new GenericObjectPool<>(new Things());
		pool.setMaxTotal(1);
		pool.borrowObject();
		recording.both("pool: waits for an object of commons-pool2", pool::borrowObject);
		GenericKeyedObjectPool<String, Object> keyed = new GenericKeyedObjectPool<>(new KeyedThings());
		keyed.setMaxTotalPerKey(1);
		keyed.borrowObject("key");
		recording.both("pool: waits for an object of commons-pool2", () -> keyed.borrowObject("key"));
	}

	private static final class Things extends BasePooledObjectFactory<Object> {

		@Override
		public Object create() {
			return new Object();
		}

		@Override
		public PooledObject<Object> wrap(Object thing) {
			return new DefaultPooledObject<>(thing);
		}

	}

	private static final class KeyedThings extends BaseKeyedPooledObjectFactory<String, Object> {

		@Override
		public Object create(String key) {
			return new Object();
		}

		@Override
		public PooledObject<Object> wrap(Object thing) {
			return new DefaultPooledObject<>(thing);
		}

	}

}
