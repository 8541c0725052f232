package io.github.gmr.section.dump;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds the file descriptor of a pipe's sink end, for which Java has no method: a number
 * of bytes is written to the pipe, and the pipe of this process that has exactly as many
 * bytes to read is the one.
 */
public final class SinkDescriptor {

	/**
	 * The directory of the descriptors of this process, on Linux.
	 */
	public static final Path DESCRIPTORS = Path.of("/proc/self/fd");

	private static final int OWNER_READ = 0400;

	private SinkDescriptor() {
	}

	/**
	 * Find the descriptor. The pipe must be empty and is empty afterwards.
	 * @param pipe the pipe
	 * @param descriptors the directory of the descriptors of this process
	 * @return the path of the descriptor
	 * @throws IOException if it cannot be found
	 */
	static Path find(Pipe pipe, Path descriptors) throws IOException {
		int count = ThreadLocalRandom.current().nextInt(1024, 4096);
		ByteBuffer bytes = ByteBuffer.allocate(count);
		pipe.sink().write(bytes);
		try {
			return find(descriptors, count);
		}
		finally {
			bytes.clear();
			while (bytes.hasRemaining()) {
				pipe.source().read(bytes);
			}
		}
	}

	private static Path find(Path descriptors, int count) throws IOException {
		Map<Path, Path> sinks = new HashMap<>();
		Map<Path, Path> sources = new HashMap<>();
		try (DirectoryStream<Path> links = Files.newDirectoryStream(descriptors)) {
			links.forEach((link) -> sort(link, sources, sinks));
		}
		sinks.keySet().removeIf((target) -> !sources.containsKey(target) || !holds(sources.get(target), count));
		if (sinks.size() != 1) {
			throw new FileNotFoundException(sinks.size() + " pipes of this process look like ours");
		}
		return sinks.values().iterator().next();
	}

	private static void sort(Path link, Map<Path, Path> sources, Map<Path, Path> sinks) {
		try {
			Path target = Files.readSymbolicLink(link);
			if (target.toString().startsWith("pipe:[")) {
				int mode = (int) Files.getAttribute(link, "unix:mode", LinkOption.NOFOLLOW_LINKS);
				(((mode & OWNER_READ) != 0) ? sources : sinks).put(target, link);
			}
		}
		catch (IOException ex) {
			// closed since the directory was read
		}
	}

	private static boolean holds(Path source, int count) {
		try (InputStream in = new FileInputStream(source.toFile())) {
			return in.available() == count;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
