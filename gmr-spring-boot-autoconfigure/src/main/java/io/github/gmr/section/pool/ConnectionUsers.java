package io.github.gmr.section.pool;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.activity.ThreadPlaces;
import io.github.gmr.section.activity.ThreadStack;

/**
 * Knows by their stacks which threads want a connection of a pool, and which may hold
 * one, as pools do not report that: those that talk through a pool, are in a transaction,
 * or are further in a method where others wait.
 */
final class ConnectionUsers {

	private static final List<String> POOLS = List.of("com.zaxxer.hikari.", "org.apache.tomcat.jdbc.pool.",
			"org.apache.commons.dbcp2.", "oracle.ucp.");

	private static final List<String> CONNECTIONS = List.of("Proxy", "Delegating", "Facade");

	private static final String TRANSACTION = "org.springframework.transaction.interceptor.TransactionAspectSupport.";

	private final ThreadPlaces wanting;

	private final ThreadPlaces holding;

	/**
	 * Look at stacks.
	 * @param stacks the stacks of all threads
	 * @param code knows the application's own frames
	 */
	ConnectionUsers(List<ThreadStack> stacks, ApplicationCode code) {
		List<ThreadStack> wanting = stacks.stream().filter(ConnectionUsers::wantsConnection).toList();
		Set<String> methods = wanting.stream()
			.flatMap((stack) -> code.method(stack.frames()).stream())
			.collect(Collectors.toSet());
		List<ThreadStack> holding = stacks.stream()
			.filter((stack) -> !wantsConnection(stack) && (usesConnection(stack) || isIn(methods, stack)))
			.toList();
		this.wanting = new ThreadPlaces(wanting, code);
		this.holding = new ThreadPlaces(holding, code);
	}

	ThreadPlaces wanting() {
		return this.wanting;
	}

	ThreadPlaces holding() {
		return this.holding;
	}

	@Override
	public String toString() {
		return (this.wanting.isEmpty() ? "" : "; wanted at " + this.wanting)
				+ (this.holding.isEmpty() ? "" : "; maybe held at " + this.holding);
	}

	private static boolean wantsConnection(ThreadStack stack) {
		return stack.has((frame) -> isPool(frame) && ApplicationCode.method(frame).endsWith(".getConnection"));
	}

	private static boolean usesConnection(ThreadStack stack) {
		return stack.has((frame) -> frame.startsWith(TRANSACTION) || (isPool(frame) && isConnection(frame)));
	}

	private static boolean isPool(String frame) {
		return POOLS.stream().anyMatch(frame::startsWith);
	}

	private static boolean isConnection(String frame) {
		return CONNECTIONS.stream().anyMatch(ApplicationCode.method(frame)::contains);
	}

	private static boolean isIn(Set<String> methods, ThreadStack stack) {
		return stack.has((frame) -> methods.contains(ApplicationCode.method(frame)));
	}

}
