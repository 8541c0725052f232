package io.github.gmr.section.socket;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.github.gmr.section.process.ProcFiles;
import org.jspecify.annotations.Nullable;

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
	 * Which word of a line is the identity of a local socket.
	 */
	private static final int LOCAL_INODE = 6;

	/**
	 * Read the sockets. For a file of TCP sockets the kernel walks a table of all that
	 * there could be, which takes milliseconds, so files are read until no socket is
	 * missing: a JVM has those of IPv6, and few local ones, unless it is to use IPv4
	 * only.
	 * @return those that this process has open, by their identity
	 * @throws IOException if they cannot be read
	 */
	Map<Long, Socket> read() throws IOException {
		Set<Long> missing = new ProcFiles(this.proc).sockets();
		Map<Long, Socket> sockets = new LinkedHashMap<>();
		if (Files.exists(file("unix"))) {
			read("unix", missing, (line) -> missing.remove(localInode(line)));
		}
		if (Files.exists(file("tcp6"))) {
			read("tcp6", missing, (line) -> find(line, missing, sockets));
		}
		if (!missing.isEmpty()) {
			read("tcp", missing, (line) -> find(line, missing, sockets));
		}
		return sockets;
	}

	private void read(String name, Set<Long> missing, Consumer<String> reader) throws IOException {
		try (BufferedReader lines = Files.newBufferedReader(file(name), StandardCharsets.ISO_8859_1)) {
			String line = lines.readLine();
			for (int i = 0; line != null && i < MAX_LINES && !missing.isEmpty(); i++) {
				reader.accept(line);
				line = lines.readLine();
			}
		}
	}

	private static void find(String line, Set<Long> missing, Map<Long, Socket> sockets) {
		Socket socket = Socket.parse(line);
		if (socket != null && missing.remove(socket.inode())) {
			sockets.put(socket.inode(), socket);
		}
	}

	/**
	 * Returns the identity of a local socket, of a line such as
	 * {@code "000000003678c1de: 00000002 00000000 00010000 0001 01 4711 /run/socket"}.
	 */
	private static @Nullable Long localInode(String line) {
		String[] words = line.split(" +", LOCAL_INODE + 2);
		return (words.length > LOCAL_INODE) ? ProcFiles.number(words[LOCAL_INODE]) : null;
	}

	private Path file(String name) {
		return this.proc.resolve("self/net").resolve(name);
	}

}
