package io.github.gmr.recorder;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import com.mongodb.client.MongoClients;
import io.lettuce.core.RedisClient;
import org.bson.Document;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.JedisPoolConfig;

/**
 * Waits for databases that accept connections and say nothing.
 */
final class DatabaseScenes {

	private DatabaseScenes() {
	}

	static void play(Recording recording) throws Exception {
		String host = "127.0.0.1:" + new SilentServer().port();
		drive(recording, "PostgreSQL", "jdbc:postgresql://" + host + "/shop?loginTimeout=0");
		drive(recording, "MySQL", "jdbc:mysql://" + host + "/shop");
		drive(recording, "MariaDB", "jdbc:mariadb://" + host + "/shop");
		drive(recording, "Oracle", "jdbc:oracle:thin:@" + host + ":shop");
		drive(recording, "SQL Server", "jdbc:sqlserver://" + host + ";loginTimeout=3600;encrypt=false");
		h2(recording);
		recording.both("database: waits for MongoDB",
				() -> MongoClients.create("mongodb://" + host + "/?serverSelectionTimeoutMS=3600000")
					.getDatabase("shop")
					.runCommand(new Document("ping", 1)));
		recording.both("remote: waits for Redis (Lettuce)", () -> RedisClient.create("redis://" + host).connect());
		jedis(recording);
	}

	private static void drive(Recording recording, String name, String url) {
		recording.both("database: reads from a socket (" + name + ")",
				() -> DriverManager.getConnection(url, "shop", "shop"));
	}

	private static void h2(Recording recording) throws SQLException {
		String url = "jdbc:h2:mem:rows;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=3600000";
		Connection holder = DriverManager.getConnection(url);
		holder.createStatement().execute("create table stock (id int primary key, number int)");
		holder.createStatement().execute("insert into stock values (1, 1)");
		holder.setAutoCommit(false);
		holder.createStatement().execute("update stock set number = 2 where id = 1");
		Extras.keep(holder);
		recording.both("database: waits for a lock in H2",
				() -> DriverManager.getConnection(url)
					.createStatement()
					.execute("update stock set number = 3 where id = 1"));
		recording.both("database: reads from a socket (H2)",
				() -> DriverManager.getConnection("jdbc:h2:tcp://127.0.0.1:" + new SilentServer().port() + "/shop"));
	}

	private static void jedis(Recording recording) throws Exception {
		int silent = new SilentServer().port();
		recording.both("remote: waits for Redis (Jedis)", () -> new Jedis("127.0.0.1", silent, 3_600_000).ping());
		JedisPoolConfig config = new JedisPoolConfig();
		config.setMaxTotal(1);
		JedisPool pool = new JedisPool(config, "127.0.0.1", new PoliteServer().port());
		Extras.keep(pool.getResource());
		recording.both("pool: waits for a connection of Jedis", pool::getResource);
	}

}
