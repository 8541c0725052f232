package io.github.gmr.section.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads the files in which Linux reports something. Most are short, so hardly more is
 * allocated than they need.
 */
public final class SmallFile {

	/**
	 * As long as the status of a process is. Files of {@code /proc/sys} answer the first
	 * read only, and are shorter.
	 */
	private static final int USUAL = 2 * 1024;

	private SmallFile() {
	}

	/**
	 * Read a file.
	 * @param file the file
	 * @param max how many bytes to read at most
	 * @return its text
	 * @throws IOException if it cannot be read
	 */
	public static String text(Path file, int max) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			byte[] bytes = new byte[Math.min(USUAL, max)];
			int length = in.readNBytes(bytes, 0, bytes.length);
			while (length == bytes.length && length < max) {
				bytes = Arrays.copyOf(bytes, Math.min(4 * length, max));
				length += in.readNBytes(bytes, length, bytes.length - length);
			}
			return new String(bytes, 0, length, StandardCharsets.UTF_8);
		}
	}

}
