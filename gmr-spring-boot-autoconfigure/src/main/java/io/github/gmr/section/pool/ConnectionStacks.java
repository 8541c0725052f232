package io.github.gmr.section.pool;

import java.util.List;

import io.github.gmr.section.activity.ApplicationCode;

/**
 * Knows by their stacks which threads want or use a connection of a pool, of whatever
 * kind that is.
 */
public final class ConnectionStacks {

	private static final List<String> CONNECTIONS = List.of("Proxy", "Delegating", "Facade", "NewPooled");

	/**
	 * What is on the stack once for each transaction.
	 */
	private static final List<String> TRANSACTIONS = List.of(
			"org.springframework.transaction.interceptor.TransactionAspectSupport.invokeWithinTransaction(",
			"org.springframework.transaction.support.TransactionTemplate.execute(");

	private ConnectionStacks() {
	}

	/**
	 * Return whether a thread waits for a connection.
	 * @param frames its stack
	 * @return whether it does
	 */
	public static boolean want(List<String> frames) {
		return frames.stream().anyMatch((frame) -> wants(frame, PoolKind.OTHER));
	}

	/**
	 * Return whether a thread that waits for a connection most likely has one: it is in a
	 * transaction within another one.
	 * @param frames its stack
	 * @return whether it has
	 */
	public static boolean wantAnother(List<String> frames) {
		return want(frames) && frames.stream().filter(ConnectionStacks::isTransaction).count() > 1;
	}

	/**
	 * Return whether a thread may well have a connection: it talks through a pool, or is
	 * in a transaction.
	 * @param frames its stack
	 * @return whether it may
	 */
	public static boolean use(List<String> frames) {
		return frames.stream().anyMatch((frame) -> uses(frame, PoolKind.OTHER));
	}

	/**
	 * Return whether a frame is that of a pool's own thread which opens connections.
	 */
	static boolean opens(String frame) {
		return frame.startsWith("com.zaxxer.hikari.pool.HikariPool$PoolEntryCreator.");
	}

	static boolean wants(String frame, PoolKind kind) {
		return kind.has(frame) && ApplicationCode.method(frame).endsWith(".getConnection");
	}

	private static boolean isTransaction(String frame) {
		return TRANSACTIONS.stream().anyMatch(frame::startsWith);
	}

	static boolean uses(String frame, PoolKind kind) {
		return isTransaction(frame)
				|| (kind.has(frame) && CONNECTIONS.stream().anyMatch(ApplicationCode.method(frame)::contains));
	}

}
