package io.github.gmr.section.socket;

import java.util.HexFormat;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A TCP socket.
 *
 * @param inode its identity
 * @param state its state, as the system numbers them
 * @param localPort its own port
 * @param remote the digits of the address of the other end
 * @param remotePort the port of the other end, zero if there is none
 * @param received the bytes that were received and not read, or the connections that wait
 * to be accepted
 */
record Socket(long inode, int state, int localPort, String remote, int remotePort, long received) {

	private static final Pattern SPACES = Pattern.compile("\\s+");

	private static final int CLOSE_WAIT = 8;

	private static final int LISTEN = 10;

	/**
	 * What {@code netstat} calls the states, by number.
	 */
	private static final String[] STATES = { "unknown", "ESTABLISHED", "SYN_SENT", "SYN_RECV", "FIN_WAIT1", "FIN_WAIT2",
			"TIME_WAIT", "CLOSE", "CLOSE_WAIT", "LAST_ACK", "LISTEN", "CLOSING", "NEW_SYN_RECV" };

	/**
	 * Parse a line of {@code /proc/net/tcp}, such as
	 * {@code "  0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4711 1"}.
	 * @param line the line
	 * @return the socket, or {@code null} if the line is that of none that a process has
	 * open
	 */
	static @Nullable Socket parse(String line) {
		String[] words = SPACES.split(line.strip(), 11);
		if (words.length < 10 || words[9].equals("0") || !words[0].endsWith(":")) {
			return null;
		}
		try {
			int local = words[1].indexOf(':');
			int remote = words[2].indexOf(':');
			return new Socket(Long.parseLong(words[9]), HexFormat.fromHexDigits(words[3]),
					HexFormat.fromHexDigits(words[1].substring(local + 1)), words[2].substring(0, remote),
					HexFormat.fromHexDigits(words[2].substring(remote + 1)),
					HexFormat.fromHexDigitsToLong(words[4].substring(words[4].indexOf(':') + 1)));
		}
		catch (RuntimeException ex) {
			// Another kernel, another format
			return null;
		}
	}

	boolean listens() {
		return this.state == LISTEN;
	}

	/**
	 * Return whether the other end has closed the connection and this one has not.
	 * @return whether it has
	 */
	boolean waitsForClose() {
		return this.state == CLOSE_WAIT;
	}

	String stateName() {
		return STATES[(this.state < STATES.length) ? this.state : 0];
	}

}
