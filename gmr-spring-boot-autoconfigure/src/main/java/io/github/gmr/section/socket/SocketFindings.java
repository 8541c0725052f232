package io.github.gmr.section.socket;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.github.gmr.content.Check;
import io.github.gmr.content.Check.Level;
import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;
import io.github.gmr.section.socket.Connections.Group;

/**
 * What is wrong with the sockets of this process.
 */
final class SocketFindings {

	static final Check NOT_CLOSED = new Check("connections-not-closed");

	static final Check ACCEPT_QUEUE = new Check("accept-queue-full");

	/**
	 * As many as the idle connections of a client that it has not noticed the end of.
	 */
	private static final int SOME_NOT_CLOSED = 20;

	/**
	 * More than those.
	 */
	private static final int MANY_NOT_CLOSED = 100;

	private static final int MANY_WAITING = 5;

	private static final Socket NONE = new Socket(0, 0, 0, "", 0, 0);

	private SocketFindings() {
	}

	/**
	 * Return whether it is worth to look again.
	 * @param sockets the sockets
	 * @return whether they look as if something were wrong
	 */
	static boolean areSuspicious(Collection<Socket> sockets) {
		int open = 0;
		boolean waiting = false;
		for (Socket socket : sockets) {
			open += socket.waitsForClose() ? 1 : 0;
			waiting |= socket.listens() && socket.received() >= MANY_WAITING;
		}
		return waiting || open >= SOME_NOT_CLOSED;
	}

	/**
	 * Look for connections that the other end has closed.
	 * @param sockets the sockets
	 * @return the result
	 */
	static Check.Result notClosed(Collection<Socket> sockets) {
		List<Socket> open = sockets.stream().filter(Socket::waitsForClose).toList();
		List<Socket> known = new ArrayList<>(open);
		known.addAll(sockets.stream().filter(Socket::listens).toList());
		Finding finding = notClosed(open.size(), new Connections(known).groups());
		return NOT_CLOSED.of((open.size() >= SOME_NOT_CLOSED) ? finding : null,
				Level.of(open.size(), SOME_NOT_CLOSED, "connections"));
	}

	/**
	 * Returns the finding, made when there is no need to as well: nothing has to be
	 * linked then when there is one.
	 */
	private static Finding notClosed(int open, List<Group> groups) {
		Group most = groups.isEmpty() ? new Group("no one", "", 0) : groups.get(0);
		String words = "%d connections were closed by the other end and are still open here, %d of them with %s"
			.formatted(open, most.count(), most.peer());
		return ((open >= MANY_NOT_CLOSED) ? Content.warning("%s", words) : Content.info("%s", words))
			.subject(most.peer())
			.evidence("open", open)
			.evidence("with " + most.peer(), most.count());
	}

	/**
	 * Look for connections that wait to be accepted, at the port with most of them.
	 * @param sockets the sockets
	 * @return the result
	 */
	static Check.Result acceptQueues(Collection<Socket> sockets) {
		Socket longest = NONE;
		for (Socket socket : sockets) {
			longest = (socket.listens() && socket.received() > longest.received()) ? socket : longest;
		}
		Finding finding = notAccepted(longest);
		return ACCEPT_QUEUE.of((longest.received() >= MANY_WAITING) ? finding : null,
				Level.of(longest.received(), MANY_WAITING, "connections"));
	}

	private static Finding notAccepted(Socket socket) {
		return Content
			.warning("%d connections wait to be accepted at port %d: further ones will wait, too, or be refused",
					socket.received(), socket.localPort())
			.subject("port " + socket.localPort())
			.evidence("waiting", socket.received());
	}

}
