package io.github.gmr.section.activity;

/**
 * The second half of the catalogue: waits in code of libraries.
 */
final class LibraryWaits {

	/**
	 * The columns are those of {@link JdkWaits}.
	 */
	static final String TABLE = """
			pool            | empty-queue condition sleep  | com.zaxxer.hikari.pool.HikariPool.getConnection | waits for a connection of HikariPool
			pool            | empty-queue condition        | org.apache.commons.pool2.impl.Generic{,Keyed}ObjectPool.borrowObject | waits for an object of commons-pool2
			pool            | pool                         | org.apache.commons.dbcp2.** | waits for a connection of DBCP2
			pool            | pool                         | redis.clients.jedis.** | waits for a connection of Jedis
			pool            | empty-queue condition latch lock | org.apache.tomcat.jdbc.pool.ConnectionPool.borrowConnection | waits for a connection of the Tomcat JDBC pool
			pool            | notification                 | com.mchange.v2.resourcepool.BasicResourcePool.* | waits for a connection of c3p0
			database        | socket-read                  | org.postgresql.** | reads from a socket (PostgreSQL)
			database        | socket-read                  | com.mysql.** | reads from a socket (MySQL)
			database        | socket-read                  | org.mariadb.** | reads from a socket (MariaDB)
			database        | socket-read notification     | oracle.{jdbc,net}.** | reads from a socket (Oracle)
			database        | socket-read notification     | com.microsoft.sqlserver.** | reads from a socket (SQL Server)
			""";

	private LibraryWaits() {
	}

}
