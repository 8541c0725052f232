package io.github.gmr.trigger;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import jnr.constants.platform.Signal;

/**
 * The name of a signal that may request a report.
 *
 * @param name the name without {@code SIG}, such as {@code "USR1"}
 */
record SignalName(String name) {

	static final List<String> SENSIBLE = List.of("USR1", "WINCH", "URG", "CONT", "IO", "PWR");

	private static final Set<String> OWNED_BY_THE_JVM = Set.of("QUIT", "ILL", "FPE", "KILL", "SEGV", "STOP");

	private static final Set<String> OWNED_BY_HOTSPOT = Set.of("USR2", "BUS", "PIPE", "XFSZ");

	private static final Set<String> END_THE_APPLICATION = Set.of("INT", "TERM", "HUP");

	/**
	 * Check a configured name.
	 * @param name the name, with or without {@code SIG}, in any case
	 * @return the name of a signal that can be used
	 * @throws InvalidSignalNameException if it cannot
	 */
	static SignalName of(String name) {
		String upper = name.strip().toUpperCase(Locale.ROOT);
		String bare = upper.startsWith("SIG") ? upper.substring("SIG".length()) : upper;
		if (OWNED_BY_THE_JVM.contains(bare)) {
			throw new InvalidSignalNameException(name, "The JVM or the kernel keeps SIG" + bare + " to itself.");
		}
		if (OWNED_BY_HOTSPOT.contains(bare)) {
			throw new InvalidSignalNameException(name,
					"HotSpot uses SIG" + bare + " internally, a handler for it can crash the JVM.");
		}
		if (END_THE_APPLICATION.contains(bare)) {
			throw new InvalidSignalNameException(name, "SIG" + bare + " asks the JVM to shut down.");
		}
		if (!exists(bare)) {
			throw new InvalidSignalNameException(name, "There is no signal of this name on this platform.");
		}
		return new SignalName(bare);
	}

	/**
	 * Ask jnr-posix, which knows the signals of the platform, or the JVM where an
	 * application has left that out.
	 */
	private static boolean exists(String name) {
		try {
			return Arrays.stream(Signal.values())
				.anyMatch((signal) -> signal.name().equals("SIG" + name) && signal.defined());
		}
		catch (LinkageError ex) {
			return SignalRelay.exists(name);
		}
	}

}
