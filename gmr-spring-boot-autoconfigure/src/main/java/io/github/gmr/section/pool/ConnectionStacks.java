package io.github.gmr.section.pool;

import java.util.List;

import io.github.gmr.section.activity.ApplicationCode;

/**
 * Knows by their stacks which threads want or use a connection of a pool, of whatever
 * kind that is.
 */
public final class ConnectionStacks {

	private static final List<String> CONNECTIONS = List.of("Proxy", "Delegating", "Facade", "NewPooled");

	private static final String TRANSACTION = "org.springframework.transaction.interceptor.TransactionAspectSupport.";

	private static final String BEGIN = TRANSACTION + "invokeWithinTransaction";

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
		return want(frames)
				&& frames.stream().filter((frame) -> ApplicationCode.method(frame).equals(BEGIN)).count() > 1;
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

	static boolean wants(String frame, PoolKind kind) {
		return kind.has(frame) && ApplicationCode.method(frame).endsWith(".getConnection");
	}

	static boolean uses(String frame, PoolKind kind) {
		return frame.startsWith(TRANSACTION)
				|| (kind.has(frame) && CONNECTIONS.stream().anyMatch(ApplicationCode.method(frame)::contains));
	}

}
