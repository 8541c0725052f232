package io.github.gmr.section.socket;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.github.gmr.content.Content;

/**
 * Connections, counted by their other end and their state. Those that were made to a port
 * that this process listens at are those of its clients, whoever these are.
 */
final class Connections {

	private static final int MAX_ROWS = 20;

	private final List<Group> groups;

	Connections(Collection<Socket> sockets) {
		Set<Integer> listening = sockets.stream()
			.filter(Socket::listens)
			.map(Socket::localPort)
			.collect(Collectors.toSet());
		Map<Group, Long> counts = new TreeMap<>(Comparator.comparing(Group::peer).thenComparing(Group::state));
		for (Socket socket : sockets) {
			if (!socket.listens() && socket.remotePort() != 0) {
				counts.merge(new Group(peer(socket, listening), socket.stateName(), 0), 1L, Long::sum);
			}
		}
		this.groups = counts.entrySet()
			.stream()
			.map((entry) -> new Group(entry.getKey().peer(), entry.getKey().state(), entry.getValue()))
			.sorted(Comparator.comparingLong(Group::count).reversed())
			.toList();
	}

	private static String peer(Socket socket, Set<Integer> listening) {
		return listening.contains(socket.localPort()) ? "clients of port " + socket.localPort()
				: SocketAddresses.address(socket.remote()) + ":" + socket.remotePort();
	}

	/**
	 * Return the connections, the largest group first.
	 * @return a group for each other end and state
	 */
	List<Group> groups() {
		return this.groups;
	}

	/**
	 * Return the largest groups.
	 * @return a row for each
	 */
	Content table() {
		return Content.table(this.groups.subList(0, Math.min(MAX_ROWS, this.groups.size())), (table) -> {
			table.column("with", Group::peer);
			table.column("state", Group::state);
			table.column("count", Group::count);
		});
	}

	/**
	 * Return how many connections are in no row.
	 * @return their number
	 */
	long notShown() {
		return this.groups.stream().skip(MAX_ROWS).mapToLong(Group::count).sum();
	}

	/**
	 * Connections with the same other end in the same state.
	 *
	 * @param peer the other end
	 * @param state the state
	 * @param count how many there are
	 */
	record Group(String peer, String state, long count) {

	}

}
