package io.github.gmr.section.spring;

import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.gmr.section.ThreadSnapshot;

/**
 * Tells by their stacks which threads want a connection of a pool, and which may hold
 * one, as pools do not tell: those that talk through a pool, are in a transaction, or are
 * further in a method where others wait.
 */
final class ConnectionUsers {

	private static final List<String> POOLS = List.of("com.zaxxer.hikari.", "org.apache.tomcat.jdbc.pool.",
			"org.apache.commons.dbcp2.", "oracle.ucp.");

	private static final List<String> CONNECTIONS = List.of("Proxy", "Delegating", "Facade");

	private static final String TRANSACTION = "org.springframework.transaction.interceptor.TransactionAspectSupport";

	private final ThreadPlaces wanting;

	private final ThreadPlaces holding;

	ConnectionUsers(ThreadSnapshot snapshot, ApplicationCode code) {
		List<ThreadInfo> wanting = snapshot.threads().stream().filter(ConnectionUsers::wantsConnection).toList();
		Set<String> methods = wanting.stream()
			.flatMap((thread) -> code.method(thread.getStackTrace()).stream())
			.collect(Collectors.toSet());
		List<ThreadInfo> holding = snapshot.threads()
			.stream()
			.filter((thread) -> !wantsConnection(thread) && (usesConnection(thread) || isIn(methods, thread)))
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

	private static boolean wantsConnection(ThreadInfo thread) {
		return Arrays.stream(thread.getStackTrace())
			.anyMatch((frame) -> frame.getMethodName().equals("getConnection") && isPool(frame));
	}

	private static boolean usesConnection(ThreadInfo thread) {
		return Arrays.stream(thread.getStackTrace())
			.anyMatch((frame) -> frame.getClassName().equals(TRANSACTION)
					|| (isPool(frame) && CONNECTIONS.stream().anyMatch(frame.getClassName()::contains)));
	}

	private static boolean isPool(StackTraceElement frame) {
		return POOLS.stream().anyMatch(frame.getClassName()::startsWith);
	}

	private static boolean isIn(Set<String> methods, ThreadInfo thread) {
		return Arrays.stream(thread.getStackTrace()).map(ApplicationCode::method).anyMatch(methods::contains);
	}

}
