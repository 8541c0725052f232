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
	 * @param args the folder to write to
	 * @throws Exception if something cannot be recorded at all
	 */
	public static void main(String[] args) throws Exception {
		Path folder = Path.of(args[0]);
		Recording locks = new Recording("locks", "Locks, queues and futures");
		LockScenes.play(locks);
		locks.write(folder);
		Recording system = new Recording("system", "Sockets, files and processes");
		SystemScenes.play(system);
		system.write(folder);
		System.exit(0);
	}

}
