package io.github.gmr.section.socket;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import io.github.gmr.content.Check;
import io.github.gmr.content.Content;
import io.github.gmr.section.BuiltInSection;
import io.github.gmr.section.SectionTraits;

/**
 * Shows the TCP connections of this process by their other end and their state, and the
 * ports it listens at. Nothing is asked over the network, so there are no names.
 *
 * <pre>
 * sockets = 23
 * listening =
 *   port  waiting to be accepted
 *   8080  0
 * connections =
 *   with                  state        count
 *   10.0.3.7:5432         ESTABLISHED  10
 *   clients of port 8080  ESTABLISHED  7
 *   10.0.9.2:443          CLOSE_WAIT   5
 * </pre>
 *
 * The twenty largest groups of connections are shown. What was closed and only waits for
 * its last packets ({@code TIME_WAIT}) belongs to no process any more.
 */
public final class SocketsSection implements BuiltInSection {

	/**
	 * Long enough to close or accept what has only just come.
	 */
	private static final long SECOND_LOOK_MILLIS = 100;

	private final Callable<Map<Long, Socket>> look;

	/**
	 * Create the section for this process.
	 */
	public SocketsSection() {
		this(new SocketFiles(Path.of("/proc"))::read);
	}

	/**
	 * Create the section.
	 * @param look looks at the sockets that there are, by their identity
	 */
	SocketsSection(Callable<Map<Long, Socket>> look) {
		this.look = look;
	}

	@Override
	public SectionTraits traits() {
		return SectionTraits.at(950).withAboutJvm().withChecks(SocketFindings.NOT_CLOSED, SocketFindings.ACCEPT_QUEUE);
	}

	@Override
	public Content content() throws Exception {
		try {
			Map<Long, Socket> sockets = this.look.call();
			return content(sockets.values(), lasting(sockets));
		}
		catch (IOException ex) {
			String reason = "the sockets of this process cannot be read: " + ex.getMessage();
			return Content.fields((fields) -> {
				fields.add("sockets", "unknown");
				for (Check check : traits().checks()) {
					fields.add(check.notPossible(reason));
				}
			});
		}
	}

	private static Content content(Collection<Socket> sockets, Collection<Socket> lasting) {
		Connections connections = new Connections(sockets);
		List<Socket> listening = sockets.stream().filter(Socket::listens).toList();
		return Content.fields((fields) -> {
			fields.add("sockets", sockets.size());
			fields.add("listening", Content.table(listening, (table) -> {
				table.column("port", Socket::localPort);
				table.column("waiting to be accepted", Socket::received);
			}));
			fields.add(SocketFindings.acceptQueues(lasting));
			fields.add("connections", connections.table());
			if (connections.notShown() > 0) {
				fields.add("not shown", connections.notShown());
			}
			fields.add(SocketFindings.notClosed(lasting));
		});
	}

	/**
	 * Returns those sockets that are as they were a moment before, where they look as if
	 * something were wrong.
	 */
	private Collection<Socket> lasting(Map<Long, Socket> sockets) throws Exception {
		if (!SocketFindings.areSuspicious(sockets.values())) {
			return sockets.values();
		}
		TimeUnit.MILLISECONDS.sleep(SECOND_LOOK_MILLIS);
		Map<Long, Socket> lasting = new HashMap<>();
		for (Socket later : this.look.call().values()) {
			Socket earlier = sockets.get(later.inode());
			if (earlier != null && earlier.state() == later.state()) {
				lasting.put(later.inode(), (earlier.received() < later.received()) ? earlier : later);
			}
		}
		return lasting.values();
	}

}
