package io.github.gmr.section.pool;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Kinds of connection pools, told apart in stacks by the packages of their classes.
 */
public enum PoolKind {

	/**
	 * HikariCP.
	 */
	HIKARI("com.zaxxer.hikari.", "maximum-pool-size", "connection-timeout"),

	/**
	 * The pool of Tomcat.
	 */
	TOMCAT("org.apache.tomcat.jdbc.pool.", "max-active", "max-wait"),

	/**
	 * Commons DBCP 2.
	 */
	DBCP2("org.apache.commons.dbcp2.", "max-total", "max-wait-millis"),

	/**
	 * Oracle Universal Connection Pool.
	 */
	ORACLE_UCP("oracle.ucp.", "max-pool-size", "connection-wait-timeout"),

	/**
	 * C3P0.
	 */
	C3P0("com.mchange.v2.c3p0.", "max-pool-size", "checkout-timeout"),

	/**
	 * One that is not known better.
	 */
	OTHER("");

	private final String packages;

	private final List<String> settings;

	PoolKind(String packages, String... settings) {
		this.packages = packages;
		this.settings = List.of(settings);
	}

	/**
	 * Return the settings that decide how many connections there are and how long threads
	 * wait for one.
	 * @return the names of properties of the data source, such as
	 * {@code "maximum-pool-size"}
	 */
	List<String> settings() {
		return this.settings;
	}

	/**
	 * Return whether a frame of a stack is in code of the pool.
	 * @param frame the frame in the words of the thread sections
	 * @return whether it is; for a pool that is not known, whether it is in one of any
	 * kind
	 */
	boolean has(String frame) {
		return (this != OTHER) ? frame.startsWith(this.packages) : isOfAny(frame);
	}

	private static boolean isOfAny(String frame) {
		for (PoolKind kind : values()) {
			if (kind != OTHER && frame.startsWith(kind.packages)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return the kind of a pool by what Spring Boot uses to know it.
	 * @param metadata the type of its metadata, named after the pool
	 * @return the kind
	 */
	static PoolKind ofMetadata(@Nullable Class<?> metadata) {
		String name = (metadata != null) ? metadata.getSimpleName() : "";
		if (name.startsWith("Hikari")) {
			return HIKARI;
		}
		if (name.startsWith("Tomcat")) {
			return TOMCAT;
		}
		if (name.startsWith("CommonsDbcp2")) {
			return DBCP2;
		}
		return name.startsWith("OracleUcp") ? ORACLE_UCP : OTHER;
	}

}
