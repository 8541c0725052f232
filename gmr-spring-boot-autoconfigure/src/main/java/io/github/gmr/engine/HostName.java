package io.github.gmr.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Knows the name of this host without asking the network.
 */
final class HostName {

	private static final Path KERNEL = Path.of("/proc/sys/kernel/hostname");

	private HostName() {
	}

	static String get() {
		try {
			return Files.readString(KERNEL).strip();
		}
		catch (IOException | RuntimeException ex) {
			return fromEnvironment("HOSTNAME", fromEnvironment("COMPUTERNAME", "unknown"));
		}
	}

	private static String fromEnvironment(String name, String fallback) {
		String value = System.getenv(name);
		return (value != null && !value.isBlank()) ? value.strip() : fallback;
	}

}
