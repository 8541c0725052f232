package io.github.gmr.section.process;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What Linux reports about a process in its {@code status} file.
 *
 * @param name the name of the program, cut after 15 characters, or {@code null} if it is
 * not known
 * @param uid the real user id, or {@code null} if it is not known
 * @param state the state in the words of psutil, or {@code null} if it is not known
 * @param umask the permissions that new files lack, in octal digits, or {@code null} if
 * it is not known
 */
record ProcessStatus(@Nullable String name, @Nullable Long uid, @Nullable String state, @Nullable String umask) {

	static final ProcessStatus UNKNOWN = new ProcessStatus(null, null, null, null);

	/**
	 * The state of a process that has ended and is not waited for.
	 */
	static final String ZOMBIE = "zombie";

	private static final Map<Character, String> STATES = Map.ofEntries(Map.entry('R', "running"),
			Map.entry('S', "sleeping"), Map.entry('D', "disk-sleep"), Map.entry('T', "stopped"),
			Map.entry('t', "tracing-stop"), Map.entry('Z', ZOMBIE), Map.entry('X', "dead"), Map.entry('x', "dead"),
			Map.entry('K', "wake-kill"), Map.entry('W', "waking"), Map.entry('P', "parked"), Map.entry('I', "idle"));

	/**
	 * Parse the lines of a {@code status} file, such as {@code "State:\tS (sleeping)"}
	 * and {@code "Uid:\t1000\t1000\t1000\t1000"}.
	 * @param lines the lines
	 * @return the status
	 */
	static ProcessStatus parse(List<String> lines) {
		String uid = firstWord(lines, "Uid:");
		String state = firstWord(lines, "State:");
		return new ProcessStatus(firstWord(lines, "Name:"), ProcFiles.number(uid),
				(state != null) ? STATES.get(state.charAt(0)) : null, firstWord(lines, "Umask:"));
	}

	static @Nullable String firstWord(List<String> lines, String name) {
		return lines.stream()
			.filter((line) -> line.startsWith(name))
			.map((line) -> line.substring(name.length()).strip().split("\\s", 2)[0])
			.filter((word) -> !word.isEmpty())
			.findFirst()
			.orElse(null);
	}

}
