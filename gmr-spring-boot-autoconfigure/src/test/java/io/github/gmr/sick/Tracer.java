package io.github.gmr.sick;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Assumptions;

/**
 * Runs processes whose system calls fail as a {@code strace} is told.
 */
final class Tracer {

	private static final Path STRACE = Path.of("/usr/bin/strace");

	private Tracer() {
	}

	/**
	 * Return a command that runs another where files have one name only.
	 * @param seconds how long it takes to find out
	 * @return the command
	 */
	static String[] withoutHardLinks(int seconds) {
		Assumptions.assumeTrue(Files.exists(STRACE), "There is no strace");
		String calls = "/^link(at)?$";
		return new String[] { STRACE.toString(), "-f", "-D", "-qq", "--seccomp-bpf", "-o", "/dev/null", "-e",
				"trace=" + calls, "-e", "inject=" + calls + ":error=EPERM:delay_enter=" + seconds + "s" };
	}

}
