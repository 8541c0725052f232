package io.github.gmr.sink;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Map;

/**
 * Knows which files are reports that this application has written, and not only named
 * like some: notes of someone, copies, links to other files.
 */
final class OwnFile {

	private static final int HEAD = 15;

	private static final String PART = ".part";

	private static final String RULE = "=".repeat(HEAD);

	private static final Map<String, byte[]> HEADS = Map.of("txt", ascii(RULE), "brief", ascii(RULE), "json",
			ascii("{\"reportVersion"), "xml", ascii("<?xml version=\""), "html", ascii("<!DOCTYPE html>"));

	private final String extension;

	private final byte[] head;

	private final Object owner;

	/**
	 * Know files by one that was just written.
	 * @param written the file
	 * @throws IOException if it cannot be read
	 */
	OwnFile(Path written) throws IOException {
		this.extension = extension(written);
		this.head = head(written);
		this.owner = owner(written);
	}

	/**
	 * Return whether a file is a report of this application.
	 * @param file the file, named like one
	 * @return whether its content begins as that of a report does, as far as it was
	 * written, and it is a regular file of the same user without another name
	 */
	boolean isLike(Path file) {
		try {
			return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).isRegularFile()
					&& names(file) == 1 && owner(file).equals(this.owner) && isReport(extension(file), head(file));
		}
		catch (IOException ex) {
			return false;
		}
	}

	private boolean isReport(String extension, byte[] head) {
		byte[] builtIn = HEADS.get(extension);
		return (builtIn != null && begins(builtIn, head))
				|| (extension.equals(this.extension) && begins(this.head, head));
	}

	private static boolean begins(byte[] expected, byte[] head) {
		int length = Math.min(expected.length, head.length);
		return Arrays.equals(expected, 0, length, head, 0, length);
	}

	private static String extension(Path file) {
		String name = file.getFileName().toString();
		String whole = name.endsWith(PART) ? name.substring(0, name.length() - PART.length()) : name;
		return whole.substring(whole.lastIndexOf('.') + 1);
	}

	private static byte[] head(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file, new OpenOption[] { LinkOption.NOFOLLOW_LINKS })) {
			return in.readNBytes(HEAD);
		}
	}

	private static Object owner(Path file) throws IOException {
		try {
			return Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
		}
		catch (UnsupportedOperationException | IllegalArgumentException ex) {
			return Files.getOwner(file, LinkOption.NOFOLLOW_LINKS);
		}
	}

	private static int names(Path file) throws IOException {
		try {
			return (int) Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS);
		}
		catch (UnsupportedOperationException | IllegalArgumentException ex) {
			return 1;
		}
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

}
