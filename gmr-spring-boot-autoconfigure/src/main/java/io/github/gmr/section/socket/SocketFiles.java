package io.github.gmr.section.socket;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.github.gmr.section.process.ProcFiles;

/**
 * Reads the TCP sockets of this process from {@code /proc}.
 *
 * @param proc the directory
 */
record SocketFiles(Path proc) {

	/**
	 * How many sockets to look at. The files have those of all processes that share the
	 * network.
	 */
	private static final int MAX_LINES = 200_000;

	/**
	 * Read the sockets.
	 * @return those that this process has open, by their identity
	 * @throws IOException if they cannot be read
	 */
	Map<Long, Socket> read() throws IOException {
		Set<Long> own = new ProcFiles(this.proc).sockets();
		Map<Long, Socket> sockets = new LinkedHashMap<>();
		read("tcp", own, sockets);
		if (Files.exists(file("tcp6"))) {
			read("tcp6", own, sockets);
		}
		return sockets;
	}

	private void read(String name, Set<Long> own, Map<Long, Socket> sockets) throws IOException {
		try (BufferedReader lines = Files.newBufferedReader(file(name), StandardCharsets.ISO_8859_1)) {
			String line = lines.readLine();
			for (int i = 0; line != null && i < MAX_LINES; i++) {
				Socket socket = Socket.parse(line);
				if (socket != null && own.contains(socket.inode())) {
					sockets.put(socket.inode(), socket);
				}
				line = lines.readLine();
			}
		}
	}

	private Path file(String name) {
		return this.proc.resolve("self/net").resolve(name);
	}

}
