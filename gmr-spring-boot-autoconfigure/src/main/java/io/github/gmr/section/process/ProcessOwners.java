package io.github.gmr.section.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Names of the users that run processes, from {@code /etc/passwd}. The system's own
 * look-up could ask a directory server over the network.
 */
final class ProcessOwners {

	private static final int MAX_USERS = 10_000;

	private final Map<Long, String> names = new HashMap<>();

	private ProcessOwners() {
	}

	static ProcessOwners read(Path passwd) {
		ProcessOwners owners = new ProcessOwners();
		try (Stream<String> lines = Files.lines(passwd, StandardCharsets.ISO_8859_1)) {
			lines.limit(MAX_USERS).forEach(owners::add);
		}
		catch (IOException | UncheckedIOException ex) {
			// the users have no names then
		}
		return owners;
	}

	private void add(String line) {
		String[] parts = line.split(":", 4);
		Long uid = (parts.length == 4) ? ProcFiles.number(parts[2]) : null;
		if (uid != null) {
			this.names.putIfAbsent(uid, parts[0]);
		}
	}

	/**
	 * Return the name of the user that runs a process.
	 * @param process the process
	 * @param status its status
	 * @return the name, or {@code "unknown"}
	 */
	Object name(ProcessHandle process, ProcessStatus status) {
		Long uid = status.uid();
		return ProcessesSection.orUnknown((uid != null) ? this.names.get(uid) : process.info().user().orElse(null));
	}

}
