package io.github.gmr.recorder;

import java.nio.file.Path;

/**
 * Records all scenes on the JDK that runs it.
 */
public final class Recorder {

	private Recorder() {
	}

	/**
	 * Record.
	 * @param args the folder to write to and, if not all is wanted, the name of a part
	 * @throws Exception if something cannot be recorded at all
	 */
	public static void main(String[] args) throws Exception {
		Path folder = Path.of(args[0]);
		String part = (args.length > 1) ? args[1] : "";
		record(folder, part, "locks", "Locks, queues and futures", LockScenes::play);
		record(folder, part, "system", "Sockets, files and processes", SystemScenes::play);
		record(folder, part, "pools", "Pools", PoolScenes::play);
		record(folder, part, "databases", "Databases", DatabaseScenes::play);
		record(folder, part, "messaging", "Brokers and mail", MessagingScenes::play);
		record(folder, part, "http", "HTTP clients", HttpScenes::play);
		record(folder, part, "servers", "Servers, schedulers and logging", ServerScenes::play);
		record(folder, part, "logging", "Log4j and the JDK's logging", LogScenes::play);
		record(folder, part, "frameworks", "Netty, Spring, and servers with slow clients", FrameworkScenes::play);
		record(folder, part, "remote", "Remote services and their pools", RemoteScenes::play);
		record(folder, part, "strangers", "Waits that were met later", StrangerScenes::play);
		record(folder, part, "shutdown", "The end of a JVM", ShutdownScenes::play);
		Runtime.getRuntime().halt(0);
	}

	private static void record(Path folder, String part, String name, String subject, Play play) throws Exception {
		if (part.isEmpty() || part.equals(name)) {
			Recording recording = new Recording(name, subject);
			play.play(recording);
			recording.write(folder);
		}
	}

	/**
	 * Plays some scenes.
	 */
	@FunctionalInterface
	private interface Play {

		void play(Recording recording) throws Exception;

	}

}
